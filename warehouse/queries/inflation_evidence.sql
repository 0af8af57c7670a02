-- What there is to estimate an audience's inflation from: one row per account.
WITH people AS (
    SELECT
        account_id, follower_id,
        arg_max(label, sampled_at) AS label,
        bool_and(coalesce(drawn = 'uniform', false)) AS uniform
    FROM seen.follower_samples(getvariable('as_of')) GROUP BY account_id, follower_id
),

drawn AS (
    SELECT
        account_id,
        count(*) AS drawn,
        count(label) AS labelled,
        count(*) FILTER (label = 'fake') AS fake,
        bool_and(uniform) AS uniform
    FROM people GROUP BY account_id
),

history AS (
    SELECT account_id, count(log_change) AS days, max(age_days) AS reach
    FROM facts.account_days WHERE in_window GROUP BY account_id
),

jumps AS (
    SELECT
        account_id,
        sum(gained) FILTER (with_engagement IS NOT true) AS unexplained,
        bool_or(with_engagement IS NULL) AS untold
    FROM facts.growth_breaks WHERE gained > 0 AND shared_by < 0.02 GROUP BY account_id
)

SELECT
    a.account_id, a.followers, d.drawn, d.labelled, d.fake, d.uniform, h.days, h.reach,
    coalesce(j.unexplained, 0) / nullif(a.followers, 0) AS jump_share,
    coalesce(j.untold, false) AS untold
FROM facts.accounts AS a
LEFT JOIN drawn AS d USING (account_id)
LEFT JOIN history AS h USING (account_id)
LEFT JOIN jumps AS j USING (account_id)
ORDER BY a.account_id
