-- The history of every account's profile: one row per account and observation.
-- account_id: the account, unique over all platforms
-- platform: youtube, instagram, tiktok, x, bluesky, mastodon, twitch or other
-- creator_id: whose account it is; null: the account is its own creator
-- handle: the name in the platform's addresses, without @
-- display_name: the name that the profile shows
-- bio: the profile's own words (hostile input)
-- url: address of the profile
-- country: ISO 3166 alpha-2, as the profile gives it
-- language: ISO 639-1
-- category: the subject that the platform or the source files it under
-- created_at: when the account was opened, UTC
-- verified: what the platform says
-- followers: follower or subscriber count at observed_at; null: hidden or unknown
-- following: accounts it follows
-- posts_count: posts that the platform counts
-- observed_at: when this was seen, UTC
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.accounts (
    account_id VARCHAR NOT NULL,
    platform VARCHAR NOT NULL,
    creator_id VARCHAR,
    handle VARCHAR,
    display_name VARCHAR,
    bio VARCHAR,
    url VARCHAR,
    country VARCHAR,
    language VARCHAR,
    category VARCHAR,
    created_at TIMESTAMP,
    verified BOOLEAN,
    followers BIGINT,
    following BIGINT,
    posts_count BIGINT,
    observed_at TIMESTAMP NOT NULL,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
