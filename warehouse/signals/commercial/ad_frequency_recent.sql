-- Share of the newest 30 posts that say they are paid for.
SELECT
    account_id,
    avg(sponsored::INTEGER) FILTER (place <= 30) AS reading,
    count(sponsored) FILTER (place <= 30) AS basis,
    CASE WHEN count(sponsored) FILTER (place <= 30) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
