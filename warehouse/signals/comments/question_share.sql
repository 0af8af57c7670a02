-- Share of other people's comments with words that ask something.
SELECT
    account_id,
    avg(question::INTEGER) FILTER (question IS NOT NULL) AS reading,
    count(*) FILTER (question IS NOT NULL) AS basis,
    CASE WHEN count(words) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
