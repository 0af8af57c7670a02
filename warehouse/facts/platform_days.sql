-- One row per platform and day: how many of its accounts lost followers overnight; on a purge day far more than usual.
-- platform: the platform
-- day: the day, UTC
-- accounts: how many accounts were seen that day and the day before
-- losing: share of them that lost followers
-- usual: median of that share over the platform's days
-- purge: at least 20 accounts, more than half of them losing, and 0.3 more than usual: the platform removed accounts
WITH days AS (
    SELECT a.platform, d.day, count(*) AS accounts, avg((d.log_change < 0)::INTEGER) AS losing
    FROM facts.growth_days AS d
    JOIN facts.accounts AS a USING (account_id)
    WHERE d.gap_days = 1 AND NOT d.miscount
    GROUP BY a.platform, d.day
)

SELECT
    platform, day, accounts, losing,
    median(losing) OVER (PARTITION BY platform) AS usual,
    accounts >= 20 AND losing > 0.5 AND losing >= usual + 0.3 AS purge
FROM days
ORDER BY platform, day
