-- Accounts followed and dropped again: daily movements of the following count that cancel out, against its size (100
-- at the least), over 90 days.
SELECT
    account_id,
    (sum(abs(following_change)) FILTER (age_days < 90) - abs(sum(following_change) FILTER (age_days < 90)))
        / greatest(avg(following) FILTER (age_days < 90), 100) AS reading,
    count(following_change) FILTER (age_days < 90) AS basis,
    CASE WHEN count(following) = 0 THEN 'not_available' END AS silence
FROM facts.account_days
GROUP BY account_id
