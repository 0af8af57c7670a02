-- Share of other people's longer comments that are in the account's own language.
SELECT
    account_id,
    avg(in_language::INTEGER) FILTER (in_language IS NOT NULL) AS reading,
    count(*) FILTER (in_language IS NOT NULL) AS basis,
    CASE
        WHEN count(words) = 0 THEN 'not_available'
        WHEN count(in_language) = 0 THEN 'not_available'
    END AS silence
FROM facts.comment_reading
GROUP BY account_id
