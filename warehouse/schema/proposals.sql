-- What reports proposed and told: one row per run and creator. What a person decided stands in stored.judgements.
-- as_of: nothing later was seen
-- creator_id: the creator
-- run_id: the run, see ops.runs
-- decision: proceed, review or decline
-- because: ids of the findings that it rests on
-- proposed_at: when the run that proposed it first began, UTC
-- findings: every finding, by ids and closed words; this and the columns after it are null for reports written before they were kept, and hold no text that anybody wrote
-- affairs: every affair: affair, category, status, tag (how the page calls it), decision (match or review), probability that it is about the creator
-- numbers: audience_inflation, real_engagement and risk of the creator, followers of each account, each with its 90 % interval where it has one; the value is null where it was not measured
-- band: of the risk: low, medium or high
-- readings: every signal that had a reading, by account, with its 90 % interval where it has one
-- coverage: what was looked at: platforms, first and last post, and counts
CREATE TABLE stored.proposals (
    as_of TIMESTAMP NOT NULL,
    creator_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    because VARCHAR[] NOT NULL,
    proposed_at TIMESTAMP,
    findings STRUCT(
        id VARCHAR, kind VARCHAR, area VARCHAR, signal VARCHAR, account_id VARCHAR, affair VARCHAR
    )[],
    affairs STRUCT(
        affair VARCHAR, category VARCHAR, status VARCHAR, tag VARCHAR, decision VARCHAR, probability DOUBLE
    )[],
    numbers STRUCT(name VARCHAR, account_id VARCHAR, "value" DOUBLE, low DOUBLE, high DOUBLE)[],
    band VARCHAR,
    readings STRUCT(account_id VARCHAR, signal VARCHAR, reading DOUBLE, low DOUBLE, high DOUBLE)[],
    coverage STRUCT(
        platforms VARCHAR[], first_post VARCHAR, last_post VARCHAR, posts BIGINT, "comments" BIGINT, records BIGINT,
        follower_days BIGINT, followers_sampled BIGINT
    )
);
