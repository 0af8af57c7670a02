-- Risk scores: one row per as_of and creator.
-- as_of: nothing later was seen
-- creator_id: the creator
-- outcome: measured, not_enough_data or error
-- score: 0-100, where the creator stands among those that the model was trained on
-- probability: of an incident within 12 months, by the model's calibration
-- low: lower end of the 90 % interval of the score
-- high: upper end
-- band: low, medium or high
-- base: log-odds before any driver
-- model: hash of the model
CREATE TABLE stored.scores (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    score DOUBLE,
    probability DOUBLE,
    low DOUBLE,
    high DOUBLE,
    band VARCHAR,
    base DOUBLE,
    model VARCHAR NOT NULL
);
