-- Views per like, geometric mean over the look-back's settled posts; 90 % interval from the spread of its logarithm, widened
-- 2.62 times because neighbouring posts do alike.
SELECT
    account_id,
    exp(avg(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled)) AS reading,
    exp(avg(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled)
        - 1.645 * 2.62 * stddev_samp(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled)
        / sqrt(count(nullif(views, 0)::DOUBLE / nullif(likes, 0)) FILTER (settled))) AS low,
    exp(avg(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled)
        + 1.645 * 2.62 * stddev_samp(ln(nullif(views, 0)::DOUBLE / nullif(likes, 0))) FILTER (settled)
        / sqrt(count(nullif(views, 0)::DOUBLE / nullif(likes, 0)) FILTER (settled))) AS high,
    count(nullif(views, 0)::DOUBLE / nullif(likes, 0)) FILTER (settled) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
