-- Share of the look-back's posts that say they are paid for, by the platform's label or in their words.
SELECT
    account_id,
    avg(sponsored::INTEGER) AS reading,
    count(sponsored) AS basis,
    CASE WHEN count(sponsored) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
