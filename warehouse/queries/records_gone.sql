-- Numbers of the records that the matching holds and that are seen no longer, or otherwise.
SELECT i.record
FROM matching.records AS i
ANTI JOIN seen.records(getvariable('as_of')) AS s ON i.record_id = s.record_id AND i.row_hash = s.row_hash
