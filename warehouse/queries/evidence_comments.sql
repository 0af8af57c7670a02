-- The comments under these accounts (`wanted`) against which most speaks, then those that most authors wrote alike.
SELECT
    t.account_id, 'stored.comments' AS "table", t.comment_id AS key, NULL::VARCHAR AS url,
    strftime(t.posted_at, '%Y-%m-%dT%H:%M:%SZ') AS time,
    concat_ws(' · ', t.same_text_authors || ' authors', nullif(r.why, ''), left(c.text, 160)) AS text
FROM facts.comment_threads AS t SEMI JOIN wanted USING (account_id)
JOIN seen.comments(getvariable('as_of')) AS c USING (comment_id)
LEFT JOIN facts.comment_reading AS r USING (comment_id)
WHERE NOT t.by_creator
QUALIFY row_number() OVER (
    PARTITION BY t.account_id
    ORDER BY r.arranged DESC NULLS LAST, t.same_text_authors DESC NULLS LAST, t.comment_id) <= 12
ORDER BY t.account_id, r.arranged DESC NULLS LAST, t.same_text_authors DESC NULLS LAST, t.comment_id
