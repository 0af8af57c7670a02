-- What readings were made from, so that a change of few accounts costs little.
CREATE TABLE ops.measured (
    table_name VARCHAR NOT NULL,
    as_of TIMESTAMP NOT NULL,
    stamp VARCHAR NOT NULL,
    load_id INTEGER NOT NULL,
    rows BIGINT NOT NULL
);

CREATE TABLE ops.touched (
    account_id VARCHAR NOT NULL
);

-- Where peers are too few, a published band is named beside a reading.
ALTER TABLE stored.readings ADD COLUMN benchmark_low DOUBLE;
ALTER TABLE stored.readings ADD COLUMN benchmark_high DOUBLE;
ALTER TABLE stored.readings ADD COLUMN benchmark VARCHAR;
