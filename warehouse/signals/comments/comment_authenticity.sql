-- Estimated share of other people's comments that are their own words and will, with its 90 % interval.
SELECT
    account_id,
    1 - any_value(arranged) AS reading,
    1 - any_value(arranged_high) AS low,
    1 - any_value(arranged_low) AS high,
    any_value(comments) AS basis,
    any_value(silence) AS silence
FROM facts.comment_accounts
GROUP BY account_id
