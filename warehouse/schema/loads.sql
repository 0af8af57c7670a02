-- The account of every row: one row per load, file and table; read = loaded + already_there + quarantined.
-- load_id: number of the load
-- source: the source that landed the file
-- table_name: the exchange table
-- file: the file's name
-- sha256: of the file's bytes
-- read: rows read
-- loaded: rows that were new, or completed or corrected a stored one
-- already_there: rows that said nothing new
-- quarantined: rows that could not be loaded, see ops.quarantine
-- ignored_columns: columns that the contract does not name
-- loaded_at: when, UTC
CREATE TABLE ops.loads (
    load_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    read BIGINT NOT NULL,
    loaded BIGINT NOT NULL,
    already_there BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    ignored_columns VARCHAR[],
    loaded_at TIMESTAMP NOT NULL
);
