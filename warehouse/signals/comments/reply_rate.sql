-- Share of others' comments that the creator answered; silent where the source gives no replies at all.
SELECT
    account_id,
    avg(answered::INTEGER) FILTER (NOT by_creator) AS reading,
    count(*) FILTER (NOT by_creator) AS basis,
    CASE WHEN count(in_reply_to) = 0 THEN 'not_available' END AS silence
FROM facts.comment_threads
GROUP BY account_id
