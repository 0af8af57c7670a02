-- Which records may be about which creator: one row per as_of, creator and record.
-- as_of: nothing later was seen
-- creator_id: the creator
-- record_id: the record
-- probability: that the record is about this creator, 0-1
-- decision: match or review; a person's judgement beats it, see stored.judgements
-- name_score: the name evidence alone, 0-1
-- matched_on: the creator's name and the record's words that met
-- for: evidence for, as codes; words in vetting/match/words.toml
-- against: evidence against, as codes
-- category: adverse category of config/taxonomy.toml; null: nothing adverse was read
-- severity: 1 (slight) to 5 (grave)
-- role: did, answered, suffered or named
-- words: the words of the record that made the category
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
