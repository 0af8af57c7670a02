-- Every account as it was last known at as_of, with its tier; a count that was seen once and hidden later is the last one seen.
-- build: account
-- account_id: the account
-- creator_id: whose it is; the account itself where nobody's
-- platform: where it is
-- handle: last known handle
-- display_name: last known name
-- bio: last known bio (hostile input)
-- url: address of the profile
-- country: ISO 3166 alpha-2
-- language: ISO 639-1
-- category: as the source files it
-- created_at: when it was opened
-- verified: what the platform says
-- followers: latest count from profiles and snapshots
-- following: latest count
-- posts_count: latest count
-- observed_at: when the profile was last seen
-- tier: follower tier of config/cohorts.toml
WITH counts AS (
    SELECT
        account_id,
        arg_max(followers, observed_at) AS followers,
        arg_max(following, observed_at) AS following,
        arg_max(posts_count, observed_at) AS posts_count
    FROM seen.follower_snapshots(getvariable('as_of')) GROUP BY account_id
)

SELECT
    p.account_id, coalesce(p.creator_id, p.account_id) AS creator_id, p.platform, p.handle, p.display_name, p.bio,
    p.url, p.country, p.language, p.category, p.created_at, p.verified, c.followers, c.following, c.posts_count,
    p.observed_at, t.tier
FROM seen.accounts_known(getvariable('as_of')) AS p
LEFT JOIN counts AS c USING (account_id)
LEFT JOIN config.tiers AS t ON c.followers >= t.at_least AND (c.followers < t.below OR t.below IS NULL)
ORDER BY p.account_id
