-- How much likes differ from post to post: standard deviation of log likes over the window's settled posts; with a median
-- under 20 likes chance alone rules.
SELECT
    account_id,
    stddev_samp(ln(likes::DOUBLE + 1)) FILTER (in_window AND settled) AS reading,
    count(likes) FILTER (in_window AND settled) AS basis,
    CASE
        WHEN count(likes) FILTER (in_window) = 0 AND count(*) FILTER (in_window) >= 5 THEN 'hidden'
        WHEN median(likes) FILTER (in_window AND settled) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
