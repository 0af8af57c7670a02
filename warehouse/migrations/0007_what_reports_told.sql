-- What each report told of a creator, beside what it proposed, so that the next report can say what changed. Null in
-- rows of reports that were written before this step: of them only the recommendation is known.
ALTER TABLE stored.proposals ADD COLUMN findings STRUCT(
    id VARCHAR, kind VARCHAR, area VARCHAR, signal VARCHAR, account_id VARCHAR, affair VARCHAR
)[];

ALTER TABLE stored.proposals ADD COLUMN affairs STRUCT(
    affair VARCHAR, category VARCHAR, status VARCHAR, tag VARCHAR, decision VARCHAR, probability DOUBLE
)[];

ALTER TABLE stored.proposals ADD COLUMN numbers STRUCT(
    name VARCHAR, account_id VARCHAR, "value" DOUBLE, low DOUBLE, high DOUBLE
)[];

ALTER TABLE stored.proposals ADD COLUMN band VARCHAR;

ALTER TABLE stored.proposals ADD COLUMN readings STRUCT(
    account_id VARCHAR, signal VARCHAR, reading DOUBLE, low DOUBLE, high DOUBLE
)[];

ALTER TABLE stored.proposals ADD COLUMN coverage STRUCT(
    platforms VARCHAR[], first_post VARCHAR, last_post VARCHAR, posts BIGINT, "comments" BIGINT, records BIGINT,
    follower_days BIGINT, followers_sampled BIGINT
);
