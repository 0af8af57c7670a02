-- Days since the account was opened, as its profile says; a day after as_of is no day.
SELECT
    account_id,
    date_diff('day', min(created_at) FILTER (created_at <= getvariable('as_of')), getvariable('as_of')) AS reading,
    count(created_at) FILTER (created_at <= getvariable('as_of')) AS basis,
    CASE WHEN count(created_at) FILTER (created_at <= getvariable('as_of')) = 0 THEN 'not_available' END AS silence
FROM facts.accounts
GROUP BY account_id
