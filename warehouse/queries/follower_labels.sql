-- Every labelled follower that is stored, for training: as of no time, each as it was last drawn.
SELECT
    account_id, follower_id, max(sampled_at) AS sampled_at,
    arg_max(label, sampled_at) AS label,
    arg_max(handle, sampled_at) AS handle,
    arg_max(has_avatar, sampled_at) AS has_avatar,
    arg_max(bio_length, sampled_at) AS bio_length,
    arg_max(followers, sampled_at) AS followers,
    arg_max(following, sampled_at) AS following,
    arg_max(posts_count, sampled_at) AS posts_count,
    arg_max(created_at, sampled_at) AS created_at
FROM stored.follower_samples
WHERE label IS NOT NULL
GROUP BY account_id, follower_id
ORDER BY account_id, follower_id
