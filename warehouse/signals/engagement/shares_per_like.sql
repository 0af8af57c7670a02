-- Shares per like over the look-back's settled posts on which both show.
SELECT
    account_id,
    sum(shares) FILTER (settled AND likes IS NOT NULL)
        / nullif(sum(likes) FILTER (settled AND shares IS NOT NULL), 0) AS reading,
    count(shares) FILTER (settled AND likes IS NOT NULL) AS basis,
    CASE
        WHEN count(shares) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
