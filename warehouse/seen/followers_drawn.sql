-- Every follower drawn up to as_of, once per account, as it was last drawn; `labelled := true`: with a label.
CREATE OR REPLACE MACRO seen.followers_drawn(as_of, labelled := false) AS TABLE
SELECT
    account_id, follower_id, max(sampled_at) AS sampled_at,
    CASE WHEN bool_or(drawn = 'newest_first') THEN false WHEN bool_and(coalesce(drawn = 'uniform', false)) THEN true END
        AS uniform,
    arg_max(label, sampled_at) AS label,
    arg_max(handle, sampled_at) AS handle,
    arg_max(has_avatar, sampled_at) AS has_avatar,
    arg_max(bio_length, sampled_at) AS bio_length,
    arg_max(followers, sampled_at) AS followers,
    arg_max(following, sampled_at) AS following,
    arg_max(posts_count, sampled_at) AS posts_count,
    arg_max(created_at, sampled_at) AS created_at
FROM seen.follower_samples(as_of)
WHERE NOT labelled OR label IS NOT NULL
GROUP BY account_id, follower_id
