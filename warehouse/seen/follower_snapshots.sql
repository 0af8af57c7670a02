-- Every follower count up to as_of, those that came with a profile included.
CREATE OR REPLACE MACRO seen.follower_snapshots(as_of) AS TABLE
SELECT account_id, observed_at, followers, following, posts_count
FROM stored.follower_snapshots WHERE observed_at <= as_of
UNION ALL
SELECT account_id, observed_at, followers, following, posts_count
FROM stored.accounts ANTI JOIN stored.follower_snapshots USING (account_id, observed_at)
WHERE observed_at <= as_of AND followers IS NOT NULL
