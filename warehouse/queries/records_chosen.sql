-- The records of which the matches are, as they were last observed.
SELECT r.* EXCLUDE (row_hash, load_id)
FROM stored.records AS r
JOIN matching.records AS i ON r.record_id = i.record_id AND r.row_hash = i.row_hash
SEMI JOIN chosen AS c ON c.record_id = r.record_id
ORDER BY r.record_id
