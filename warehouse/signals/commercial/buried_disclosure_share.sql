-- Share of the posts that disclose in their text alone whose disclosure stands behind the fold of
-- config/commercial.toml.
SELECT
    account_id,
    avg(buried::INTEGER) AS reading,
    count(buried) AS basis,
    CASE
        WHEN count(says_so) = 0 THEN 'not_available'
        WHEN count(buried) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
