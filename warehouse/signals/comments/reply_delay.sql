-- Median hours until the account answered a comment that it answered.
SELECT
    account_id,
    median(answer_hours) AS reading,
    count(answer_hours) AS basis,
    CASE WHEN count(answered) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
