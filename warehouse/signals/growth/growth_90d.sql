-- Change of followers over 90 days: the newest day seen against the day 90 days earlier, up to 12 days off.
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 12)
        / nullif(arg_min(followers, abs(age_days - 90)) FILTER (age_days BETWEEN 79 AND 102), 0) - 1 AS reading,
    count(*) FILTER (age_days <= 102) AS basis
FROM facts.account_days
GROUP BY account_id
