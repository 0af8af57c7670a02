-- Share of the look-back's posts whose text holds a link or tag that earns from sales.
SELECT
    account_id,
    avg(affiliate::INTEGER) AS reading,
    count(affiliate) AS basis,
    CASE WHEN count(affiliate) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
