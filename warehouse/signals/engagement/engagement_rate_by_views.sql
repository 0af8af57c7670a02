-- (likes + comments) / views, median over the look-back's settled posts; interval as for engagement_rate_by_followers.
SELECT
    account_id,
    median(by_views) FILTER (settled) AS reading,
    nullif(median(by_views) FILTER (settled), 0) * exp(-1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_views, 0))) FILTER (settled)
        / sqrt(count(by_views) FILTER (settled))) AS low,
    nullif(median(by_views) FILTER (settled), 0) * exp(1.645 * 1.253 * 2.62
        * stddev_samp(ln(nullif(by_views, 0))) FILTER (settled)
        / sqrt(count(by_views) FILTER (settled))) AS high,
    count(by_views) FILTER (settled) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
