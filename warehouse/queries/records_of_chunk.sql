-- The records at hand, as the matching holds them.
SELECT r.* EXCLUDE (row_hash, load_id)
FROM stored.records AS r
SEMI JOIN temp.chunk AS c ON r.record_id = c.record_id AND r.row_hash = c.row_hash
ORDER BY r.record_id
