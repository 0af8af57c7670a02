-- Share of the followers gained that came in weeks with no post in them or in the week before.
SELECT
    account_id,
    coalesce(sum(risen) FILTER (quiet), 0) / nullif(sum(risen) FILTER (quiet IS NOT NULL), 0) AS reading,
    count(quiet) AS basis,
    CASE
        WHEN count(quiet) = 0 THEN 'not_available'
        WHEN coalesce(sum(risen) FILTER (quiet IS NOT NULL), 0) < 50 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_weeks
GROUP BY account_id
