-- Share of other people's questions that the account was not seen to answer; silent where the source gives no answers.
SELECT
    account_id,
    avg((NOT answered)::INTEGER) FILTER (question AND answered IS NOT NULL) AS reading,
    count(*) FILTER (question AND answered IS NOT NULL) AS basis,
    CASE WHEN count(answered) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
