-- Share of sponsored posts that carry the platform's own label, where the data says whether they do.
SELECT
    account_id,
    avg(labelled::INTEGER) FILTER (sponsored) AS reading,
    count(labelled) FILTER (sponsored) AS basis,
    CASE
        WHEN count(sponsored) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
        WHEN count(labelled) FILTER (sponsored) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_words
GROUP BY account_id
