-- How much likes differ from post to post: standard deviation of log likes over the look-back's settled posts; with a median
-- under 20 likes chance alone rules.
SELECT
    account_id,
    stddev_samp(ln(likes::DOUBLE + 1)) FILTER (settled) AS reading,
    count(likes) FILTER (settled) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN min(typical_likes) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
