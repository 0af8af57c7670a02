-- Share of other people's comments of three words and more that stand word for word under at least two other
-- creators' posts.
SELECT
    account_id,
    avg((elsewhere >= 2)::INTEGER) FILTER (words >= 3 AND elsewhere IS NOT NULL) AS reading,
    count(*) FILTER (words >= 3 AND elsewhere IS NOT NULL) AS basis,
    CASE WHEN count(words) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
