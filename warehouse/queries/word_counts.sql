-- Every word that the matching holds, and in how many records and places it stands.
SELECT
    w.token, coalesce(c.theirs, 0)::BIGINT AS theirs, coalesce(c.running, 0)::BIGINT AS running,
    coalesce(c.small, 0)::BIGINT AS small, w.info AS info_before, w.ordinary AS ordinary_before
FROM matching.words AS w
LEFT JOIN (
    SELECT hook, count(*) AS theirs, sum(running) AS running, sum(small) AS small
    FROM matching.hooks WHERE running IS NOT NULL GROUP BY hook
) AS c USING (hook)
ORDER BY w.token
