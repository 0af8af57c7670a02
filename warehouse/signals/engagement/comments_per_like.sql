-- Comments per like over the look-back's settled posts whose likes show.
SELECT
    account_id,
    sum(comments) FILTER (settled AND likes IS NOT NULL)
        / nullif(sum(likes) FILTER (settled AND comments IS NOT NULL), 0) AS reading,
    count(likes) FILTER (settled AND comments IS NOT NULL) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
