-- Change of followers over 7 days: the newest day seen against the day 7 days earlier, up to 3 days off.
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 3)
        / nullif(arg_min(followers, abs(age_days - 7)) FILTER (age_days BETWEEN 5 AND 10), 0) - 1 AS reading,
    count(*) FILTER (age_days <= 10) AS basis
FROM facts.account_days
GROUP BY account_id
