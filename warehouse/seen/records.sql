-- The latest observation up to as_of of every record that was published by then.
CREATE OR REPLACE MACRO seen.records(as_of) AS TABLE
SELECT * FROM stored.records
WHERE observed_at <= as_of AND (published_at IS NULL OR published_at <= as_of)
QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY observed_at DESC) = 1
