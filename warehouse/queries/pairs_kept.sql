-- The pairs that the matching holds, as far as their names are enough alike to look further.
FROM matching.pairs WHERE name_score >= $least ORDER BY creator_id, record_id
