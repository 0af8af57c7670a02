-- Share of settled posts of the look-back with 500 likes or more that have no comment at all; unknown comments are not zero.
SELECT
    account_id,
    avg((comments = 0)::INTEGER) FILTER (settled AND likes >= 500) AS reading,
    count(comments) FILTER (settled AND likes >= 500) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
