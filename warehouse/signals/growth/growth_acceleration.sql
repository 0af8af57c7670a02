-- Growth of the last 30 days less the growth per 30 days of the 90 before, where days of both were seen; each is
-- taken for eleven times at the most.
SELECT
    account_id,
    exp(least(2.4, 30 * sum(log_change) FILTER (age_days < 30)
        / nullif(sum(gap_days) FILTER (age_days < 30 AND NOT miscount), 0)))
    - exp(least(2.4, 30 * sum(log_change) FILTER (age_days BETWEEN 30 AND 119)
        / nullif(sum(gap_days) FILTER (age_days BETWEEN 30 AND 119 AND NOT miscount), 0))) AS reading,
    count(log_change) FILTER (age_days < 120) AS basis,
    CASE
        WHEN coalesce(sum(gap_days) FILTER (age_days < 30 AND NOT miscount), 0) < 20
            OR coalesce(sum(gap_days) FILTER (age_days BETWEEN 30 AND 119 AND NOT miscount), 0) < 60 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_days
GROUP BY account_id
