-- The longest run of sponsored posts with none between them that isn't.
SELECT
    account_id,
    coalesce(max(ad_run), 0) AS reading,
    count(sponsored) AS basis,
    CASE WHEN count(sponsored) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
