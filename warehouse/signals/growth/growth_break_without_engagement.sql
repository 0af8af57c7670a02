-- Share of today's followers that came in sudden jumps which no rise in likes went with; jumps that many accounts
-- of the platform shared that day (a purge, a recount), at an outstanding post or in a giveaway don't count.
SELECT
    account_id,
    least(
        coalesce(
            sum(gained) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02 AND with_engagement IS NOT true AND NOT at_post AND NOT at_giveaway), 0
        ),
        max(followers_now)
    ) / nullif(max(followers_now), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE
        WHEN count(*) FILTER (kind = 'jump' AND gained > 0 AND shared_by < 0.02 AND with_engagement IS NULL AND NOT at_post AND NOT at_giveaway) > 0
            THEN 'not_enough_data'
    END AS silence
FROM facts.growth_jumps
GROUP BY account_id
