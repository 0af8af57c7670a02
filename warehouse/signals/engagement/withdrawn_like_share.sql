-- Share of the posts read more than once whose likes fell by 5 % or more from their highest, where that was 50 or more.
SELECT
    account_id,
    avg((last_likes <= most_likes * 0.95)::INTEGER) FILTER (looks >= 2 AND most_likes >= 50) AS reading,
    count(last_likes) FILTER (looks >= 2 AND most_likes >= 50) AS basis,
    CASE WHEN count(last_likes) = 0 AND count(*) >= 5 THEN 'hidden' END AS silence
FROM facts.post_looks
GROUP BY account_id
