-- Risk models that scored or may score: one row per model, appended; none is changed or taken out.
-- model: hash of everything that it holds
-- kind: default (trained on made-up worlds) or own (trained on the outcomes of this warehouse)
-- as_of: nothing later was seen when it was trained
-- trained_at: when, UTC; null for one that came with the program or from a file
-- signals_hash: hash of the declarations of the signals that it reads
-- rows_hash: hash of the rows that it learnt from
-- seed: of its draws
-- versions: of what trained it, as JSON
-- decisions: how many it learnt from
-- incidents: how many of them ended in an incident
-- about: its model card as JSON
-- file: the model itself, the bytes of a skops file
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
