-- How far followers move from day to day: standard deviation of the change of log followers, per square root of days.
SELECT
    account_id,
    stddev_samp(log_change / sqrt(gap_days)) AS reading,
    count(log_change) AS basis,
    CASE
        WHEN avg(unrounded::INTEGER) < 0.5 THEN 'not_available'
        WHEN max(followers) < 100 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_days
GROUP BY account_id
