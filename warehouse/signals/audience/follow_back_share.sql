-- Share of the sampled followers who follow over 1,500 accounts and are followed by about as many.
SELECT
    account_id,
    avg((mutual_mass)::INTEGER) AS reading,
    count(mutual_mass) AS basis,
    CASE WHEN count(mutual_mass) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
