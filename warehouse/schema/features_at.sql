-- What the risk model could have read of them then: one row per cut, creator and feature that was measured.
-- cut: nothing later was seen, see stored.creators_at
-- creator_id: the creator
-- signal: the feature: a signal of config.signals, or controversies
-- reading: as in queries/features.sql
CREATE TABLE stored.features_at (
    cut TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    reading DOUBLE NOT NULL
);
