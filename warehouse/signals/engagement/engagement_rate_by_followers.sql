-- (likes + comments) / followers of the day, median over the look-back's settled posts; 90 % interval from the spread of its
-- logarithm, widened 2.6 times because neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    (quantile_cont(by_followers, [0.1, 0.5]) FILTER (settled))[2] AS reading,
    nullif((quantile_cont(by_followers, [0.1, 0.5]) FILTER (settled))[2], 0) * exp(-1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_followers, 0))) FILTER (settled)
        / sqrt(count(by_followers) FILTER (settled))) AS low,
    nullif((quantile_cont(by_followers, [0.1, 0.5]) FILTER (settled))[2], 0) * exp(1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_followers, 0))) FILTER (settled)
        / sqrt(count(by_followers) FILTER (settled))) AS high,
    count(by_followers) FILTER (settled) AS basis,
    CASE
        WHEN count(followers_then) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
