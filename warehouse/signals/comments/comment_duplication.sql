-- Share of others' comments of four letters and more that at least three authors wrote in the same letters.
SELECT
    account_id,
    avg((same_text_authors >= 3)::INTEGER) FILTER (same_text_authors IS NOT NULL) AS reading,
    count(same_text_authors) AS basis,
    CASE WHEN count(letters) = 0 THEN 'not_available' END AS silence
FROM facts.comment_threads
GROUP BY account_id
