-- How past partnerships went: one row per creator and decision, filled in by people.
-- creator_id: the creator
-- decided_at: when the partnership was decided, UTC
-- incident: whether a documented incident ended or harmed it
-- incident_at: when that happened, UTC
-- kind: what kind of incident
-- note: free words
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
CREATE TABLE stored.outcomes (
    creator_id VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    incident BOOLEAN NOT NULL,
    incident_at TIMESTAMP,
    kind VARCHAR,
    note VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);
