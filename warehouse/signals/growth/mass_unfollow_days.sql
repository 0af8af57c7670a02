-- Days of the look-back on which an account dropped 5 % or more of whom it followed, and 30 accounts at the least.
SELECT
    account_id,
    count(*) FILTER (
        in_window AND following_change <= -30 AND following_change <= -0.05 * (following - following_change)
    ) AS reading,
    count(following_change) FILTER (in_window) AS basis,
    CASE WHEN count(following) = 0 THEN 'not_available' END AS silence
FROM facts.account_days
GROUP BY account_id
