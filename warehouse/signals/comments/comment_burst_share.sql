-- Share of other people's comments that came far more densely than under the creator's other posts, or any honest
-- post of that age.
SELECT
    account_id,
    avg(burst::INTEGER) FILTER (burst IS NOT NULL) AS reading,
    count(*) FILTER (burst IS NOT NULL) AS basis,
    CASE WHEN count(burst) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
