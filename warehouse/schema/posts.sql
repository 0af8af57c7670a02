-- The history of every post's counters: one row per post and observation.
-- post_id: the post, unique over all platforms
-- account_id: the account that published it
-- posted_at: when it was published, UTC; null: unknown
-- kind: video, short, image, carousel, text, story, live or other
-- text: caption, title and description (hostile input)
-- language: ISO 639-1
-- url: address of the post
-- tags: hashtags, without #
-- mentions: accounts that the text names, without @
-- paid_partnership: what the platform itself says; null: it doesn't say
-- likes: at observed_at; null: hidden or unknown
-- dislikes: at observed_at
-- comments: at observed_at
-- shares: at observed_at
-- views: at observed_at
-- observed_at: when this was seen, UTC
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.posts (
    post_id VARCHAR NOT NULL,
    account_id VARCHAR NOT NULL,
    posted_at TIMESTAMP,
    kind VARCHAR,
    text VARCHAR,
    language VARCHAR,
    url VARCHAR,
    tags VARCHAR[],
    mentions VARCHAR[],
    paid_partnership BOOLEAN,
    likes BIGINT,
    dislikes BIGINT,
    comments BIGINT,
    shares BIGINT,
    views BIGINT,
    observed_at TIMESTAMP NOT NULL,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
