-- (likes + comments) / followers of the day that nine of ten settled posts of the look-back reach: the lower tenth.
SELECT
    account_id,
    (quantile_cont(by_followers, [0.1, 0.5]) FILTER (settled))[1] AS reading,
    count(by_followers) FILTER (settled) AS basis,
    CASE
        WHEN count(followers_then) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
