-- Every run of the pipeline; when it ran stands here and not in the reports.
-- run_id: hash of what went in: data, config, code, model and as_of
-- as_of: nothing later was seen
-- data: hash of the rows that were seen
-- config: hash of the configuration
-- code: hash of the code
-- model: hash of the model
-- lang: language of the reports
-- started_at: when, UTC
-- finished_at: when the reports were written; null: it did not end
CREATE TABLE ops.runs (
    run_id VARCHAR NOT NULL,
    as_of TIMESTAMP NOT NULL,
    data VARCHAR NOT NULL,
    config VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    lang VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP
);
