-- Share of settled posts whose likes are within 10 % of the post before, where the median post has 100 likes or more.
SELECT
    account_id,
    avg((abs(ln(likes::DOUBLE + 1) - ln(likes_before::DOUBLE + 1)) < 0.1)::INTEGER) FILTER (settled) AS reading,
    count(ln(likes::DOUBLE + 1) + ln(likes_before::DOUBLE + 1)) FILTER (settled) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN min(typical_likes) < 100 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
