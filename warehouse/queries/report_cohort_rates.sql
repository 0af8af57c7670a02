-- What is usual: the median engagement of each account's platform and tier (by followers; by views where none show).
WITH rates AS (
    SELECT
        a.account_id, a.platform, a.tier, r.reading
    FROM facts.accounts AS a
    JOIN marts.readings AS r USING (account_id)
    WHERE
        r.outcome = 'measured'
        AND r.signal = CASE WHEN a.followers IS NULL THEN 'engagement_rate_by_views' ELSE 'engagement_rate_by_followers' END
),

usual AS (SELECT platform, tier, median(reading) AS rate, count(*) AS peers FROM rates GROUP BY platform, tier)

SELECT a.creator_id, a.account_id, u.rate
FROM facts.accounts AS a
JOIN usual AS u ON u.platform = a.platform AND u.tier IS NOT DISTINCT FROM a.tier
WHERE u.peers >= getvariable('min_peers')
ORDER BY a.account_id
