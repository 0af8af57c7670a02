-- Rows that could not be loaded, with file, line and reason.
-- load_id: the load, see ops.loads
-- table_name: the exchange table
-- file: the file's name
-- line: the line in the file (row in Parquet), counted from 1
-- reason: why, in words
-- row_text: the beginning of the row as it was read
CREATE TABLE ops.quarantine (
    load_id INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT,
    reason VARCHAR NOT NULL,
    row_text VARCHAR
);
