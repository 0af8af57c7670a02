-- When anything was last observed, be it of creators or of what is said about them.
SELECT max(last_at)
FROM (
    SELECT max(observed_at) AS last_at FROM stored.accounts
    UNION ALL SELECT max(observed_at) FROM stored.follower_snapshots
    UNION ALL SELECT max(observed_at) FROM stored.posts
    UNION ALL SELECT max(coalesce(observed_at, posted_at)) FROM stored.comments
    UNION ALL SELECT max(sampled_at) FROM stored.follower_samples
    UNION ALL SELECT max(observed_at) FROM stored.records
)
