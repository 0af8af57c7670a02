-- Follower counts over time: one row per account and observation.
-- account_id: the account
-- observed_at: when this was seen, UTC
-- followers: follower count then
-- following: accounts it followed then
-- posts_count: posts that the platform counted then
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.follower_snapshots (
    account_id VARCHAR NOT NULL,
    observed_at TIMESTAMP NOT NULL,
    followers BIGINT NOT NULL,
    following BIGINT,
    posts_count BIGINT,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
