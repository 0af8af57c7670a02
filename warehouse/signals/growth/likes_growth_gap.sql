-- Trend of likes per follower, week by week, as a change over 13 weeks; neighbouring weeks resemble each other, so that
-- the interval is 2.6 times as wide as that of a straight line (4.3 standard errors, and more where weeks are few).
SELECT
    account_id,
    exp(greatest(-5, least(5, -13 * regr_slope(log_like_rate, week)))) - 1 AS reading,
    exp(greatest(-5, least(5, -13 * regr_slope(log_like_rate, week)
        - 13 * (4.3 + 6.3 / count(log_like_rate)) * sqrt(
            greatest(1 - regr_r2(log_like_rate, week), 0) * var_samp(log_like_rate)
            / nullif((count(log_like_rate) - 2) * var_samp(week) FILTER (log_like_rate IS NOT NULL), 0)
        )))) - 1 AS low,
    exp(greatest(-5, least(5, -13 * regr_slope(log_like_rate, week)
        + 13 * (4.3 + 6.3 / count(log_like_rate)) * sqrt(
            greatest(1 - regr_r2(log_like_rate, week), 0) * var_samp(log_like_rate)
            / nullif((count(log_like_rate) - 2) * var_samp(week) FILTER (log_like_rate IS NOT NULL), 0)
        )))) - 1 AS high,
    count(log_like_rate) AS basis,
    CASE
        WHEN coalesce(sum(posts), 0) = 0 THEN 'not_available'
        WHEN coalesce(sum(shown), 0) = 0 THEN 'hidden'
    END AS silence
FROM facts.growth_weeks
GROUP BY account_id
