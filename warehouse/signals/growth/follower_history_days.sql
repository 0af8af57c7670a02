-- Days from the first to the last follower count of the look-back.
SELECT
    account_id,
    max(age_days) FILTER (in_window) - min(age_days) FILTER (in_window) AS reading,
    count(*) FILTER (in_window) AS basis
FROM facts.account_days
GROUP BY account_id
