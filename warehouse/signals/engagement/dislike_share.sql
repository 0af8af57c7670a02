-- Dislikes among all likes and dislikes, over the look-back's settled posts on which both show.
SELECT
    account_id,
    sum(dislikes) FILTER (settled AND likes IS NOT NULL)
        / nullif(sum(likes::DOUBLE + dislikes) FILTER (settled), 0) AS reading,
    count(dislikes) FILTER (settled AND likes IS NOT NULL) AS basis,
    CASE
        WHEN count(dislikes) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
