-- Every record known at as_of, as it was last observed.
SELECT * EXCLUDE (row_hash, load_id) FROM seen.records(getvariable('as_of')) ORDER BY record_id
