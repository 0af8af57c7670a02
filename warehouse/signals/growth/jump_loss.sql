-- Of the followers that came in sudden jumps, the share that was gone two to four weeks later; jumps that many accounts
-- of the platform shared that day don't count.
SELECT
    account_id,
    sum(lost_later * gained) FILTER (lost_later IS NOT NULL AND shared_by < 0.02)
        / nullif(sum(gained) FILTER (lost_later IS NOT NULL AND shared_by < 0.02), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE WHEN count(*) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02) = 0 THEN 'not_applicable' END AS silence
FROM facts.growth_jumps
GROUP BY account_id
