-- Of all that sudden jumps moved, up or down, the share on days when other accounts of the platform jumped the same
-- way.
SELECT
    account_id,
    coalesce(sum(abs(gained)) FILTER (kind = 'jump' AND shared_by >= 0.02), 0)
        / nullif(sum(abs(gained)) FILTER (kind = 'jump'), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE WHEN count(*) FILTER (kind = 'jump') = 0 THEN 'not_applicable' END AS silence
FROM facts.growth_jumps
GROUP BY account_id
