-- Every comment written and observed up to as_of, as it was last observed; where neither time is known, it counts as seen.
CREATE OR REPLACE MACRO seen.comments(as_of) AS TABLE
SELECT * FROM stored.comments
WHERE (observed_at IS NULL OR observed_at <= as_of) AND (posted_at IS NULL OR posted_at <= as_of)
QUALIFY row_number() OVER (PARTITION BY comment_id ORDER BY observed_at DESC NULLS LAST) = 1
