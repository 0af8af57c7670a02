-- Share of the look-back's posts whose text offers a code or a percentage off.
SELECT
    account_id,
    avg(discount_code::INTEGER) AS reading,
    count(discount_code) AS basis,
    CASE WHEN count(discount_code) = 0 THEN 'not_available' END AS silence
FROM facts.post_words
GROUP BY account_id
