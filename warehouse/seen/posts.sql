-- Every observation of a post that was published and observed up to as_of.
CREATE OR REPLACE MACRO seen.posts(as_of) AS TABLE
SELECT * FROM stored.posts
WHERE observed_at <= as_of AND (posted_at IS NULL OR posted_at <= as_of)
