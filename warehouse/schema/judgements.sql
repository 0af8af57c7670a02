-- What people decided: appended, signed and dated, never overwritten.
-- judged_at: when, UTC
-- judged_by: who
-- subject: match, recommendation or finding
-- creator_id: about which creator
-- record_id: about which record, for a match
-- finding_id: about which finding
-- verdict: confirmed, rejected, proceed, review, decline or disputed
-- reason: why
CREATE TABLE stored.judgements (
    judged_at TIMESTAMP NOT NULL,
    judged_by VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    creator_id VARCHAR NOT NULL,
    record_id VARCHAR,
    finding_id VARCHAR,
    verdict VARCHAR NOT NULL,
    reason VARCHAR
);
