-- How much likes per view differ from post to post: standard deviation of their logarithm over the look-back's settled posts;
-- with a median under 20 likes chance alone rules.
SELECT
    account_id,
    stddev_samp(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled) AS reading,
    count(nullif(views, 0)::DOUBLE / nullif(likes, 0)) FILTER (settled) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN min(typical_likes) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
