-- What facts and raw readings were made from: one row per stored table. Empty: measure everything at the next run.
-- table_name: the stored table
-- as_of: nothing later was seen
-- stamp: hash of the configuration, the code and the SQL that made them
-- load_id: the last load that was in them
-- rows: how many rows the table had
CREATE TABLE ops.measured (
    table_name VARCHAR NOT NULL,
    as_of TIMESTAMP NOT NULL,
    stamp VARCHAR NOT NULL,
    load_id INTEGER NOT NULL,
    rows BIGINT NOT NULL
);
