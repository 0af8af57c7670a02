-- What reports proposed: one row per run and creator. What a person decided stands in stored.judgements.
-- as_of: nothing later was seen
-- creator_id: the creator
-- run_id: the run, see ops.runs
-- decision: proceed, review or decline
-- because: ids of the findings that it rests on
-- proposed_at: when the run that proposed it first began, UTC
CREATE TABLE stored.proposals (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    because VARCHAR[] NOT NULL,
    proposed_at TIMESTAMP
);
