-- What moves a risk score: one row per as_of, creator and signal; base + contributions = log-odds.
-- as_of: nothing later was seen
-- creator_id: the creator
-- signal: the feature of the model
-- contribution: what it adds to the log-odds
-- reading: the reading that it stands on
CREATE TABLE stored.drivers (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    contribution DOUBLE NOT NULL,
    reading DOUBLE
);
