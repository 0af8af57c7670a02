-- Followers lost on the days on which the platform removed accounts, to today's followers and those lost.
SELECT
    account_id,
    coalesce(-sum(least(gained, 0)) FILTER (kind = 'purge'), 0)
        / nullif(max(followers_now) + coalesce(-sum(least(gained, 0)) FILTER (kind = 'purge'), 0), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE
        WHEN max(watched) < 30 THEN 'not_enough_data'
        WHEN count(gained) FILTER (kind = 'purge') = 0 THEN 'not_applicable'
    END AS silence
FROM facts.growth_jumps
GROUP BY account_id
