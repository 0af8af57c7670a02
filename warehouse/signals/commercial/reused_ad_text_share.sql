-- Share of sponsored posts whose letters are those of another of the account's sponsored posts.
SELECT
    account_id,
    avg(repeated::INTEGER) AS reading,
    count(repeated) AS basis,
    CASE
        WHEN count(says_so) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
    END AS silence
FROM facts.post_words
GROUP BY account_id
