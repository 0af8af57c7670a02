-- Days since the newest sponsored post whose date is known.
SELECT
    account_id,
    min(age_days) FILTER (sponsored AND dated) AS reading,
    count(*) FILTER (sponsored AND dated) AS basis,
    CASE
        WHEN count(sponsored) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
