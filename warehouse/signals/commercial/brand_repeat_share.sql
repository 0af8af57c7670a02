-- Share of the names in sponsored or promoting posts that come back on another day.
SELECT
    account_id,
    count(brand) FILTER (days >= 2) / nullif(count(brand), 0) AS reading,
    count(brand) AS basis,
    CASE
        WHEN sum(tellable) = 0 THEN 'not_available'
        WHEN count(brand) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.account_brands
GROUP BY account_id
