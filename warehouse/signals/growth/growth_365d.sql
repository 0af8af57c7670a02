-- Change of followers over 365 days: the newest day seen, of the last 39, against that 365 days before it, up to 39 off
-- (of two equally near the older).
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 39)
        / nullif(arg_min(followers, abs(before_newest - 365.1)) FILTER (before_newest BETWEEN 326 AND 404), 0) - 1 AS reading,
    count(*) FILTER (before_newest <= 404) AS basis
FROM facts.account_days
GROUP BY account_id
