-- Every sampled follower, for the account classifier.
SELECT
    account_id, follower_id, platform, sampled_at, uniform, label, handle, has_avatar, bio_length, followers, following,
    posts_count, created_at
FROM facts.sampled_followers
ORDER BY account_id, follower_id
