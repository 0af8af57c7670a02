-- Change of followers over 7 days: the newest day seen, of the last 3, against that 7 days before it, up to 3 off
-- (of two equally near the older).
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 3)
        / nullif(arg_min(followers, abs(before_newest - 7.1)) FILTER (before_newest BETWEEN 4 AND 10), 0) - 1 AS reading,
    count(*) FILTER (before_newest <= 10) AS basis
FROM facts.account_days
GROUP BY account_id
