-- Share of other people's comments that the busiest tenth of their authors wrote.
SELECT
    account_id,
    any_value(busiest_share) AS reading,
    any_value(comments) AS basis
FROM facts.comment_accounts
GROUP BY account_id
