-- Estimated share of other people's comments that come from creators who comment under each other's posts, with its
-- 90 % interval.
SELECT
    account_id,
    any_value(ring) AS reading,
    any_value(ring_low) AS low,
    any_value(ring_high) AS high,
    any_value(comments) AS basis
FROM facts.comment_accounts
GROUP BY account_id
