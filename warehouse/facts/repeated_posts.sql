-- One row per post of the look-back that was seen more than once; gone when the run ends.
-- build: passing
-- key: hash of account and post
-- mixed: some of its observations place it in the look-back and some before
SELECT key, recent < looks AS mixed
FROM (
    SELECT
        hash(account_id, post_id) AS key, count(*) AS looks,
        count(*) FILTER (
            coalesce(posted_at, observed_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
        ) AS recent
    FROM seen.posts(getvariable('as_of')) GROUP BY key
)
WHERE looks > 1 AND recent > 0
