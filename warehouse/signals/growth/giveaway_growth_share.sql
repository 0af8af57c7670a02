-- Share of the followers gained that came in weeks with a post that promises a prize, or in the week after.
SELECT
    account_id,
    sum(risen) FILTER (after_giveaway) / nullif(sum(risen) FILTER (posts IS NOT NULL), 0) AS reading,
    count(posts) AS basis,
    CASE
        WHEN count(after_giveaway) = 0 THEN 'not_available'
        WHEN NOT bool_or(after_giveaway) THEN 'not_applicable'
        WHEN sum(risen) FILTER (posts IS NOT NULL) < 50 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_weeks
GROUP BY account_id
