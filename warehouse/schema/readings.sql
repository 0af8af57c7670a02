-- What was measured: one row per as_of, account and signal.
-- as_of: nothing later was seen
-- account_id: the account
-- signal: the signal, see config.signals
-- outcome: measured, not_enough_data, not_available, hidden, not_applicable or error
-- reading: the value, in the signal's unit; null unless measured
-- low: lower end of the 90 % interval, where it has one
-- high: upper end of the 90 % interval
-- basis: how many rows (posts, days, comments, followers) it stands on
-- percentile: share of the peers that read lower, ties counted half
-- peers: accounts of the cohort that were measured, this one included
-- cohort: the cohort compared with
-- benchmark_low: lower end of a published band, where peers are too few
-- benchmark_high: upper end
-- benchmark: who published it, and when
CREATE TABLE stored.readings (
    as_of TIMESTAMP NOT NULL,
    account_id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    reading DOUBLE,
    low DOUBLE,
    high DOUBLE,
    basis BIGINT,
    percentile DOUBLE,
    peers BIGINT,
    cohort VARCHAR,
    benchmark_low DOUBLE,
    benchmark_high DOUBLE,
    benchmark VARCHAR
);
