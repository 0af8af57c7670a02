-- Days since the last post that was seen.
SELECT
    account_id,
    min(age_days) AS reading,
    count(posted_at) AS basis,
    CASE WHEN count(posted_at) = 0 THEN 'not_available' END AS silence
FROM facts.post_engagement
GROUP BY account_id
