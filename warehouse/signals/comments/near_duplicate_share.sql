-- Share of other people's comments of three words and more that at least two other authors wrote nearly alike.
SELECT
    account_id,
    avg((near_duplicates >= 2)::INTEGER) FILTER (words >= 3 AND near_duplicates IS NOT NULL) AS reading,
    count(*) FILTER (words >= 3 AND near_duplicates IS NOT NULL) AS basis,
    CASE WHEN count(words) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
