-- The first tables.
CREATE SCHEMA stored;
CREATE SCHEMA seen;
CREATE SCHEMA facts;
CREATE SCHEMA signals;
CREATE SCHEMA marts;
CREATE SCHEMA config;
CREATE SCHEMA ops;

-- A number to six significant figures.
CREATE MACRO main.six_figures(x) AS
coalesce(round(x, 5 - try_cast(floor(log10(nullif(abs(x), 0))) AS INTEGER)), x);

CREATE TABLE stored.creators (
    creator_id VARCHAR NOT NULL,
    name VARCHAR,
    aliases VARCHAR[],
    country VARCHAR,
    languages VARCHAR[],
    birth_date DATE,
    note VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.accounts (
    account_id VARCHAR NOT NULL,
    platform VARCHAR NOT NULL,
    creator_id VARCHAR,
    handle VARCHAR,
    display_name VARCHAR,
    bio VARCHAR,
    url VARCHAR,
    country VARCHAR,
    language VARCHAR,
    category VARCHAR,
    created_at TIMESTAMP,
    verified BOOLEAN,
    followers BIGINT,
    following BIGINT,
    posts_count BIGINT,
    observed_at TIMESTAMP NOT NULL,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.follower_snapshots (
    account_id VARCHAR NOT NULL,
    observed_at TIMESTAMP NOT NULL,
    followers BIGINT NOT NULL,
    following BIGINT,
    posts_count BIGINT,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.posts (
    post_id VARCHAR NOT NULL,
    account_id VARCHAR NOT NULL,
    posted_at TIMESTAMP,
    kind VARCHAR,
    text VARCHAR,
    language VARCHAR,
    url VARCHAR,
    tags VARCHAR[],
    mentions VARCHAR[],
    paid_partnership BOOLEAN,
    likes BIGINT,
    dislikes BIGINT,
    comments BIGINT,
    shares BIGINT,
    views BIGINT,
    observed_at TIMESTAMP NOT NULL,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.comments (
    comment_id VARCHAR NOT NULL,
    post_id VARCHAR NOT NULL,
    author_id VARCHAR NOT NULL,
    posted_at TIMESTAMP,
    text VARCHAR,
    likes BIGINT,
    in_reply_to VARCHAR,
    observed_at TIMESTAMP,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.follower_samples (
    account_id VARCHAR NOT NULL,
    follower_id VARCHAR NOT NULL,
    sampled_at TIMESTAMP NOT NULL,
    drawn VARCHAR,
    handle VARCHAR,
    has_avatar BOOLEAN,
    bio_length BIGINT,
    followers BIGINT,
    following BIGINT,
    posts_count BIGINT,
    created_at TIMESTAMP,
    is_private BOOLEAN,
    label VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.records (
    record_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    source_kind VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR,
    text VARCHAR,
    language VARCHAR,
    country VARCHAR,
    published_at TIMESTAMP,
    observed_at TIMESTAMP NOT NULL,
    subject_names VARCHAR[],
    subject_aliases VARCHAR[],
    subject_handles VARCHAR[],
    subject_country VARCHAR,
    subject_birth_date DATE,
    category VARCHAR,
    status VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

CREATE TABLE stored.outcomes (
    creator_id VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    incident BOOLEAN NOT NULL,
    incident_at TIMESTAMP,
    kind VARCHAR,
    note VARCHAR,
    row_hash UBIGINT NOT NULL,
    load_id INTEGER NOT NULL
);

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
    cohort VARCHAR
);

CREATE TABLE stored.matches (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    record_id VARCHAR NOT NULL,
    probability DOUBLE NOT NULL,
    decision VARCHAR NOT NULL,
    name_score DOUBLE,
    matched_on VARCHAR,
    "for" VARCHAR[],
    against VARCHAR[],
    category VARCHAR,
    severity INTEGER,
    role VARCHAR,
    words VARCHAR[]
);

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

CREATE TABLE stored.drivers (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    contribution DOUBLE NOT NULL,
    reading DOUBLE
);

CREATE TABLE stored.judgements (
    judged_at TIMESTAMP NOT NULL,
    judged_by VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    creator_id VARCHAR NOT NULL,
    record_id VARCHAR,
    finding_id VARCHAR,
    verdict VARCHAR NOT NULL,
    reason VARCHAR
);

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

CREATE TABLE ops.quarantine (
    load_id INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT,
    reason VARCHAR NOT NULL,
    row_text VARCHAR
);

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

CREATE VIEW main.start_here AS
SELECT schema_name AS "schema", name, says
FROM (
    SELECT schema_name, table_name AS name, comment AS says FROM duckdb_tables() WHERE NOT temporary
    UNION ALL
    SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal AND NOT temporary
    UNION ALL
    SELECT schema_name, function_name || '(as_of)', comment FROM duckdb_functions() WHERE schema_name = 'seen'
)
WHERE schema_name IN ('marts', 'signals', 'facts', 'seen', 'stored', 'config', 'ops')
ORDER BY list_position(['marts', 'signals', 'facts', 'seen', 'stored', 'config', 'ops'], schema_name), name;
COMMENT ON VIEW main.start_here IS 'What there is to ask, most useful first.';
