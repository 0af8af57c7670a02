-- Of the followers that came in sudden jumps, the share that came right after a post with three times the usual likes
-- or views, or within a week of a prize; jumps that many accounts of the platform shared that day don't count.
SELECT
    account_id,
    coalesce(sum(gained) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02 AND (at_post OR at_giveaway)), 0)
        / nullif(sum(gained) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE WHEN count(*) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02) = 0 THEN 'not_applicable' END AS silence
FROM facts.growth_jumps
GROUP BY account_id
