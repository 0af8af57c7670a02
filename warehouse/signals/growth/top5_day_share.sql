-- Share of all followers gained that came on the five best days.
SELECT
    account_id,
    list_sum(max(gained, 5) FILTER (gained > 0)) / nullif(sum(gained) FILTER (gained > 0), 0) AS reading,
    count(gained) AS basis,
    CASE
        WHEN avg(unrounded::INTEGER) < 0.5 THEN 'not_available'
        WHEN coalesce(sum(gained) FILTER (gained > 0), 0) < 50 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_days
GROUP BY account_id
