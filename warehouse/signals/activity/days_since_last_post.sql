-- Days since the last post whose date is known; silent where nobody looked within 14 days of as_of.
SELECT
    account_id,
    min(age_days) FILTER (posted_at IS NOT NULL) AS reading,
    count(posted_at) AS basis,
    CASE
        WHEN count(posted_at) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 THEN 'not_enough_data'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
