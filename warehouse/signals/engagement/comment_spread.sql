-- How much comments differ from post to post: standard deviation of log comments over the look-back's settled posts; with a
-- median under 10 comments chance alone rules.
SELECT
    account_id,
    stddev_samp(ln(comments::DOUBLE + 1)) FILTER (settled) AS reading,
    count(comments) FILTER (settled) AS basis,
    CASE
        WHEN count(comments) = 0 THEN 'not_available'
        WHEN min(typical_comments) < 10 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
