-- Of the sponsored or promoting posts that bring up a name, the share of the most frequent one.
SELECT
    account_id,
    max(posts) FILTER (brand IS NOT NULL) / nullif(sum(posts) FILTER (brand IS NOT NULL), 0) AS reading,
    coalesce(sum(posts) FILTER (brand IS NOT NULL), 0)::BIGINT AS basis,
    CASE
        WHEN sum(tellable) = 0 THEN 'not_available'
        WHEN count(brand) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.account_brands
GROUP BY account_id
