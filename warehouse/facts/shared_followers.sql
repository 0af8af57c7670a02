-- One row per account and follower drawn from its audience: in how many audiences it was drawn.
-- account_id: the account
-- follower_id: the follower, pseudonymous
-- audiences: accounts of the platform in whose samples it stands, this one included
-- sampled_accounts: accounts of the platform that have a sample, this one included
WITH drawn AS (
    SELECT platform, count(DISTINCT account_id) AS sampled_accounts FROM facts.sampled_followers GROUP BY platform
),

shared AS (
    SELECT platform, follower_id, count(*) AS audiences
    FROM facts.sampled_followers GROUP BY platform, follower_id HAVING count(*) > 1
)

SELECT f.account_id, f.follower_id, coalesce(s.audiences, 1) AS audiences, d.sampled_accounts
FROM facts.sampled_followers AS f
JOIN drawn AS d ON f.platform IS NOT DISTINCT FROM d.platform
LEFT JOIN shared AS s ON f.platform IS NOT DISTINCT FROM s.platform AND f.follower_id = s.follower_id
