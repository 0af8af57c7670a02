-- Share of others' comments that the creator answered.
SELECT
    account_id,
    avg(answered::INTEGER) FILTER (NOT by_creator) AS reading,
    count(*) FILTER (NOT by_creator) AS basis
FROM facts.comment_threads
GROUP BY account_id
