-- Every follower drawn up to as_of.
CREATE OR REPLACE MACRO seen.follower_samples(as_of) AS TABLE
SELECT * FROM stored.follower_samples WHERE sampled_at <= as_of
