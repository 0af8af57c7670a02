-- Which model scores, and by whose word: appended, signed and dated, never overwritten. The last one promoted and not withdrawn since scores.
-- number: counts them in the order in which they were decided
-- decided_at: when, UTC
-- decided_by: who
-- model: hash of the model
-- verdict: promoted (it scores from now on), kept (it was held against the one that scores, which stays) or withdrawn
-- against: hash of the model that it was held against or took the place of
-- because: why, with the figures
CREATE TABLE stored.model_decisions (
    number INTEGER NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    against VARCHAR,
    because VARCHAR NOT NULL
);
