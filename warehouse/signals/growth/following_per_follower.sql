-- Accounts followed to followers, on the newest day that says both.
SELECT
    account_id,
    arg_min(following, age_days) FILTER (followers IS NOT NULL)
        / nullif(arg_min(followers, age_days) FILTER (following IS NOT NULL), 0) AS reading,
    count(following) AS basis,
    CASE WHEN count(following) = 0 THEN 'not_available' END AS silence
FROM facts.account_days
GROUP BY account_id
