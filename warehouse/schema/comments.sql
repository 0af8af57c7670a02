-- Comments under posts: one row per comment and observation.
-- comment_id: the comment
-- post_id: the post under which it stands
-- author_id: its author, pseudonymous; equal to the account where the creator wrote it
-- posted_at: when it was written, UTC
-- text: its words (hostile input)
-- likes: likes of the comment
-- in_reply_to: the comment that it answers
-- observed_at: when this was seen, UTC
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.comments (
    comment_id VARCHAR NOT NULL,
    post_id VARCHAR NOT NULL,
    author_id VARCHAR NOT NULL,
    posted_at TIMESTAMP,
    text VARCHAR,
    likes BIGINT,
    in_reply_to VARCHAR,
    observed_at TIMESTAMP,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
