-- Share of the posts with a label or a disclosing word that hold nothing but an ambiguous or rejected one.
SELECT
    account_id,
    count(*) FILTER (hinted AND sponsored IS NOT true) / nullif(count(*) FILTER (hinted OR sponsored), 0) AS reading,
    count(*) FILTER (hinted OR sponsored) AS basis,
    CASE
        WHEN count(hinted) = 0 THEN 'not_available'
        WHEN count(*) FILTER (hinted OR sponsored) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
