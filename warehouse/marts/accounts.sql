-- One row per account, as it was last known.
-- account_id: the account
-- creator_id: whose it is
-- platform: where it is
-- handle: last known handle
-- display_name: last known name
-- bio: last known bio (hostile input)
-- url: address of the profile
-- country: ISO 3166 alpha-2
-- language: ISO 639-1
-- category: as the source files it
-- tier: follower tier of config/cohorts.toml
-- followers: latest count
-- following: latest count
-- posts_count: posts that the platform counts
-- created_at: when it was opened
-- verified: what the platform says
-- observed_at: when the profile was last seen
SELECT
    account_id, creator_id, platform, handle, display_name, bio, url, country, language, category, tier, followers,
    following, posts_count, created_at, verified, observed_at
FROM facts.accounts
