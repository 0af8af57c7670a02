-- Change of followers over 365 days: the newest day seen against the day 365 days earlier, up to 39 days off.
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 39)
        / nullif(arg_min(followers, abs(age_days - 365)) FILTER (age_days BETWEEN 327 AND 404), 0) - 1 AS reading,
    count(*) FILTER (age_days <= 404) AS basis
FROM facts.account_days
GROUP BY account_id
