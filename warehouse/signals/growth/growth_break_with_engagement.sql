-- Share of today's followers that came in sudden jumps with a matching rise in likes: a breakout, by all appearance.
WITH days AS (
    SELECT account_id, count(log_change) AS basis FROM facts.account_days WHERE in_window GROUP BY account_id
),

jumps AS (
    SELECT
        account_id, sum(gained) FILTER (with_engagement) AS gained, count(*) FILTER (with_engagement IS NULL) AS untold
    FROM facts.growth_breaks WHERE gained > 0 GROUP BY account_id
)

SELECT
    d.account_id,
    least(coalesce(j.gained, 0), a.followers) / nullif(a.followers, 0) AS reading,
    d.basis,
    CASE WHEN j.untold > 0 THEN 'not_enough_data' END AS silence
FROM days AS d
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN jumps AS j USING (account_id)
