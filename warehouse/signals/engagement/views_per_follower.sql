-- Views / followers of the day, median over the window's settled posts.
SELECT
    account_id,
    median(views / nullif(followers_then, 0)) FILTER (in_window AND settled) AS reading,
    count(views / nullif(followers_then, 0)) FILTER (in_window AND settled) AS basis,
    CASE
        WHEN count(views) FILTER (in_window) = 0 AND count(*) FILTER (in_window) > 0 THEN 'not_available'
        WHEN count(followers_then) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
