-- Share of the look-back's posts that are live streams.
SELECT
    account_id,
    count(*) FILTER (kind = 'live') / nullif(count(kind), 0) AS reading,
    count(kind) AS basis,
    CASE WHEN count(kind) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
