-- Days since the newest follower count.
SELECT
    account_id,
    min(age_days) FILTER (followers IS NOT NULL) AS reading,
    count(followers) AS basis
FROM facts.account_days
GROUP BY account_id
