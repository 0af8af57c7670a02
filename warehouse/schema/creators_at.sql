-- Creators of past decisions as they stood at a cut, a time at or before the decision: one row per cut and creator.
-- cut: nothing later was seen
-- creator_id: the creator
-- platform: of the largest account
-- tier: of the largest account, see config/cohorts.toml
-- language: of the largest account, ISO 639-1; else the first that the list names
-- stamp: hash of the rows, the code and the configuration that the cut was measured from; another one is measured again
CREATE TABLE stored.creators_at (
    cut TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    platform VARCHAR,
    tier VARCHAR,
    language VARCHAR,
    stamp VARCHAR NOT NULL
);
