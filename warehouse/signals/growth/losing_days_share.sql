-- Share of the steps from one day seen to the next that lost followers.
SELECT
    account_id,
    avg((gained < 0)::INTEGER) AS reading,
    count(gained) AS basis,
    CASE WHEN avg(unrounded::INTEGER) < 0.5 THEN 'not_available' END AS silence
FROM facts.growth_days
GROUP BY account_id
