-- Comments per like over the window's settled posts whose likes show.
SELECT
    account_id,
    sum(comments) FILTER (in_window AND settled AND likes IS NOT NULL)
        / nullif(sum(likes) FILTER (in_window AND settled AND comments IS NOT NULL), 0) AS reading,
    count(likes) FILTER (in_window AND settled AND comments IS NOT NULL) AS basis,
    CASE
        WHEN count(likes) FILTER (in_window) = 0 AND count(*) FILTER (in_window) >= 5 THEN 'hidden'
        WHEN count(comments) FILTER (in_window) = 0 AND count(*) FILTER (in_window) > 0 THEN 'not_available'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
