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
-- adverse: whether something is held against somebody: not where a court cleared them or a fact-check calls it false
-- status_said: alleged, denied, confirmed, resolved or retracted, as the record's words say; null: they don't
-- called_false: whether this is a fact-check that calls false what is said of the creator
-- role_words: the words around the name that made the role
-- same_text: record_id that stands for all records with nearly this text, its own where no other has it
-- affair: record_id of the first record of the affair that this one tells of; null: no category
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
    words VARCHAR[],
    adverse BOOLEAN,
    status_said VARCHAR,
    called_false BOOLEAN,
    role_words VARCHAR[],
    same_text VARCHAR,
    affair VARCHAR
);
