-- Share of the look-back's posts whose text promises a prize.
SELECT
    account_id,
    avg(giveaway::INTEGER) AS reading,
    count(giveaway) AS basis,
    CASE WHEN count(giveaway) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
