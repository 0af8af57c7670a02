-- Change of followers over 90 days: the newest day seen, of the last 12, against that 90 days before it, up to 12 off
-- (of two equally near the older).
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 12)
        / nullif(arg_min(followers, abs(before_newest - 90.1)) FILTER (before_newest BETWEEN 78 AND 102), 0) - 1 AS reading,
    count(*) FILTER (before_newest <= 102) AS basis
FROM facts.account_days
GROUP BY account_id
