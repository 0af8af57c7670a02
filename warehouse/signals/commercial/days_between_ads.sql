-- Mean days from one sponsored post to the next, over the look-back.
SELECT
    account_id,
    (max(age_days) FILTER (sponsored AND dated) - min(age_days) FILTER (sponsored AND dated))
        / nullif(count(*) FILTER (sponsored AND dated) - 1, 0) AS reading,
    count(*) FILTER (sponsored AND dated) AS basis,
    CASE
        WHEN count(sponsored) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
