-- One row per creator, as the last file that named them said.
-- creator_id: the creator, as the source names them
-- name: the name they are known by, or their legal name
-- aliases: other names: stage, legal, former
-- country: ISO 3166 alpha-2
-- languages: ISO 639-1, of what they publish
-- birth_date: as the source gives it
-- note: free words of whoever made the list; never shown as a finding
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.creators (
    creator_id VARCHAR NOT NULL,
    name VARCHAR,
    aliases VARCHAR[],
    country VARCHAR,
    languages VARCHAR[],
    birth_date DATE,
    note VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
