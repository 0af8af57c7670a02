-- (likes + comments) / followers of the day, median over the window's settled posts; 90 % interval from the spread of its
-- logarithm, widened 2.6 times because neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    median(by_followers) FILTER (in_window AND settled) AS reading,
    nullif(median(by_followers) FILTER (in_window AND settled), 0) * exp(-1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_followers, 0))) FILTER (in_window AND settled)
        / sqrt(count(by_followers) FILTER (in_window AND settled))) AS low,
    nullif(median(by_followers) FILTER (in_window AND settled), 0) * exp(1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_followers, 0))) FILTER (in_window AND settled)
        / sqrt(count(by_followers) FILTER (in_window AND settled))) AS high,
    count(by_followers) FILTER (in_window AND settled) AS basis,
    CASE
        WHEN count(followers_then) = 0 THEN 'not_available'
        WHEN count(likes) FILTER (in_window) = 0 AND count(*) FILTER (in_window) >= 5 THEN 'hidden'
        WHEN count(comments) FILTER (in_window) = 0 AND count(*) FILTER (in_window) > 0 THEN 'not_available'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
