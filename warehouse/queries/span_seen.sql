-- When anything was first and last observed.
SELECT min(first_at), max(last_at) FROM (
    SELECT min(observed_at) AS first_at, max(observed_at) AS last_at FROM stored.accounts
    UNION ALL SELECT min(observed_at), max(observed_at) FROM stored.follower_snapshots
    UNION ALL SELECT min(observed_at), max(observed_at) FROM stored.posts
    UNION ALL
    SELECT min(coalesce(observed_at, posted_at)), max(coalesce(observed_at, posted_at)) FROM stored.comments
    UNION ALL SELECT min(sampled_at), max(sampled_at) FROM stored.follower_samples
    UNION ALL SELECT min(observed_at), max(observed_at) FROM stored.records
)
