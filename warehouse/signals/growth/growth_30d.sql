-- Change of followers over 30 days: the newest day seen, of the last 6, against that 30 days before it, up to 6 off
-- (of two equally near the older).
SELECT
    account_id,
    arg_min(followers, age_days) FILTER (age_days <= 6)
        / nullif(arg_min(followers, abs(before_newest - 30.1)) FILTER (before_newest BETWEEN 24 AND 36), 0) - 1 AS reading,
    count(*) FILTER (before_newest <= 36) AS basis
FROM facts.account_days
GROUP BY account_id
