-- Press, court, regulator and other records: one row per record and observation.
-- record_id: the record
-- source: who published it
-- source_kind: regulator, court, news, fact_check, list, blog, forum or other
-- url: where it can be read
-- title: its headline
-- text: its words (hostile input)
-- language: ISO 639-1
-- country: ISO 3166 alpha-2 of the source
-- published_at: when it was published, UTC
-- observed_at: when it was seen, UTC
-- subject_names: whom it is about, where the source says so in a field
-- subject_aliases: their other names
-- subject_handles: their handles
-- subject_country: their country, ISO 3166 alpha-2
-- subject_birth_date: their birth date
-- category: what it is about, in the source's words
-- status: alleged, denied, confirmed, resolved or retracted, where a person or the source says so
-- row_hash: hash of what the row says
-- load_id: the load that brought it last, see ops.loads
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
