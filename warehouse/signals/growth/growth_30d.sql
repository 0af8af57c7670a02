-- Change of followers over 30 days: the newest day seen against the day 30 days earlier, up to 6 days off.
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 6)
        / nullif(arg_min(followers, abs(age_days - 30)) FILTER (age_days BETWEEN 25 AND 36), 0) - 1 AS reading,
    count(*) FILTER (age_days <= 36) AS basis
FROM facts.account_days
GROUP BY account_id
