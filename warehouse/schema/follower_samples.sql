-- Followers drawn from an account's audience: one row per account, follower and day drawn.
-- account_id: the account whose audience was sampled
-- follower_id: the follower, pseudonymous
-- sampled_at: when the sample was drawn, UTC
-- drawn: how: uniform, newest_first or unknown
-- handle: the follower's handle
-- has_avatar: whether the profile has a picture
-- bio_length: characters in the follower's bio
-- followers: the follower's own followers
-- following: accounts that the follower follows
-- posts_count: the follower's posts
-- created_at: when the follower's account was opened, UTC
-- is_private: whether the profile is private
-- label: fake or real, where a person judged it
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.follower_samples (
    account_id VARCHAR NOT NULL,
    follower_id VARCHAR NOT NULL,
    sampled_at TIMESTAMP NOT NULL,
    drawn VARCHAR,
    handle VARCHAR,
    has_avatar BOOLEAN,
    bio_length BIGINT,
    followers BIGINT,
    following BIGINT,
    posts_count BIGINT,
    created_at TIMESTAMP,
    is_private BOOLEAN,
    label VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
