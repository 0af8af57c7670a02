-- What was known of creators when people decided on them: kept, so that a training measures only what is new.
CREATE TABLE stored.creators_at (
    cut TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    platform VARCHAR,
    tier VARCHAR,
    language VARCHAR,
    stamp VARCHAR NOT NULL
);

CREATE TABLE stored.features_at (
    cut TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    reading DOUBLE NOT NULL
);
