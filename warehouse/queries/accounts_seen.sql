-- Every account as it was last known at as_of.
SELECT
    account_id, platform, creator_id, handle, display_name, bio, url, country, language, category, created_at, verified,
    followers, following, posts_count, observed_at
FROM facts.accounts ORDER BY account_id
