-- How many different names the sponsored or promoting posts of the last 90 days bring up.
SELECT
    account_id,
    count(brand) FILTER (newest_age < 90) AS reading,
    sum(tellable)::BIGINT AS basis,
    CASE WHEN sum(tellable) = 0 THEN 'not_available' END AS silence
FROM facts.account_brands
GROUP BY account_id
