-- Which models there are, which of them scores and by whose word, and what was proposed to people.
CREATE TABLE stored.models (
    model VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    as_of TIMESTAMP NOT NULL,
    trained_at TIMESTAMP,
    signals_hash VARCHAR,
    rows_hash VARCHAR,
    seed BIGINT,
    versions VARCHAR,
    decisions BIGINT,
    incidents BIGINT,
    about VARCHAR NOT NULL,
    file BLOB NOT NULL
);

CREATE TABLE stored.model_decisions (
    number INTEGER NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    against VARCHAR,
    because VARCHAR NOT NULL
);

CREATE TABLE stored.proposals (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    because VARCHAR[] NOT NULL,
    proposed_at TIMESTAMP
);
