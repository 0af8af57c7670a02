-- When anything was first observed, and when anything of the creators last was; records alone count where nothing else is.
SELECT
    min(first_at),
    coalesce(max(last_at) FILTER (of_creators), max(last_at))
FROM (
    SELECT min(observed_at) AS first_at, max(observed_at) AS last_at, true AS of_creators FROM stored.accounts
    UNION ALL SELECT min(observed_at), max(observed_at), true FROM stored.follower_snapshots
    UNION ALL SELECT min(observed_at), max(observed_at), true FROM stored.posts
    UNION ALL
    SELECT min(coalesce(observed_at, posted_at)), max(coalesce(observed_at, posted_at)), true FROM stored.comments
    UNION ALL SELECT min(sampled_at), max(sampled_at), true FROM stored.follower_samples
    UNION ALL SELECT min(observed_at), max(observed_at), false FROM stored.records
)
