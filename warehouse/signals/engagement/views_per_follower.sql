-- Views / followers of the day, median over the look-back's settled posts.
SELECT
    account_id,
    (quantile_cont(views / nullif(followers_then, 0), [0.1, 0.5]) FILTER (settled))[2] AS reading,
    count(views / nullif(followers_then, 0)) FILTER (settled) AS basis,
    CASE WHEN count(views) = 0 OR count(followers_then) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
