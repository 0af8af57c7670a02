-- How much a day's gain differs from the next: standard deviation of overnight changes to their mean; under ten a day
-- chance rules.
SELECT
    account_id,
    stddev_samp(gained) FILTER (gap_days = 1) / nullif(avg(gained) FILTER (gap_days = 1), 0) AS reading,
    count(gained) FILTER (gap_days = 1) AS basis,
    CASE
        WHEN avg(unrounded::INTEGER) < 0.5 THEN 'not_available'
        WHEN avg(gained) FILTER (gap_days = 1) <= 0 THEN 'not_applicable'
        WHEN avg(gained) FILTER (gap_days = 1) < 10 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_days
GROUP BY account_id
