-- Records that are seen and that the matching does not hold yet, with the numbers that they get there.
SELECT
    s.record_id, s.row_hash,
    row_number() OVER (ORDER BY s.record_id) - 1 AS place,
    (coalesce((SELECT max(record) FROM matching.records), -1) + row_number() OVER (ORDER BY s.record_id))::INTEGER
        AS record
FROM seen.records(getvariable('as_of')) AS s
ANTI JOIN matching.records AS i ON s.record_id = i.record_id
