-- How much views differ from post to post: standard deviation of log views over the look-back's settled posts; with a median
-- under 20 views chance alone rules.
SELECT
    account_id,
    stddev_samp(ln(views::DOUBLE + 1)) FILTER (settled) AS reading,
    count(views) FILTER (settled) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN min(typical_views) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
