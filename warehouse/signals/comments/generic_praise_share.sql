-- Share of other people's comments in a covered language whose every word is praise that fits any post.
SELECT
    account_id,
    avg(generic::INTEGER) FILTER (generic IS NOT NULL) AS reading,
    count(*) FILTER (generic IS NOT NULL) AS basis,
    CASE
        WHEN count(words) = 0 THEN 'not_available'
        WHEN count(generic) * 2 < count(*) FILTER (words > 0) THEN 'not_available'
    END AS silence
FROM facts.comment_reading
GROUP BY account_id
