-- Share of today's followers that came in sudden jumps with a matching rise in likes: a breakout, by all appearance.
SELECT
    account_id,
    least(coalesce(sum(gained) FILTER (kind = 'jump' AND gained > 0 AND with_engagement), 0), max(followers_now))
        / nullif(max(followers_now), 0) AS reading,
    sum(steps)::BIGINT AS basis,
    CASE
        WHEN count(*) FILTER (kind = 'jump' AND gained > 0 AND with_engagement IS NULL) > 0 THEN 'not_enough_data'
    END AS silence
FROM facts.growth_jumps
GROUP BY account_id
