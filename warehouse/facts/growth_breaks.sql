-- One row per day on which an account's followers jumped far beyond its own habit, not to be back within a week.
-- account_id: the account
-- day: the day of the jump
-- age_days: whole days before as_of
-- followers: the count after it
-- gained: followers gained (negative: lost) since the last day seen
-- log_change: change of log followers
-- robust_z: log_change against the account's own median and median absolute deviation
-- shared_by: share of the platform's other accounts that jumped the same way that day (a purge, a recount); 0 if fewer than two did
-- likes_change: change of the median log likes of posts, 28 days after against 28 before; null: too few posts
-- with_engagement: the likes rose by at least a third of the jump; null: too few posts to tell
WITH shared AS (
    SELECT b.platform, b.day, sign(b.log_change) AS way, CASE WHEN count(*) > 2 THEN (count(*) - 1) / (any_value(n.accounts) - 1) ELSE 0 END AS shared_by
    FROM facts.sudden_days AS b
    JOIN (SELECT platform, count(*) AS accounts FROM facts.accounts GROUP BY platform) AS n USING (platform)
    GROUP BY ALL
)

SELECT
    b.account_id, b.day, b.age_days, b.followers,
    TRY_CAST(round(b.followers - (b.followers::DOUBLE + 1) / exp(b.log_change) + 1) AS BIGINT) AS gained,
    b.log_change, b.robust_z, s.shared_by, b.likes_change,
    b.likes_change >= b.log_change / 3 AS with_engagement
FROM facts.sudden_days AS b
JOIN shared AS s ON s.platform = b.platform AND s.day = b.day AND s.way = sign(b.log_change)
ORDER BY b.account_id, b.day
