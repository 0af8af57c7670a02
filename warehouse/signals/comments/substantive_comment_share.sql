-- Share of other people's comments in a covered language with five words and more that say something.
SELECT
    account_id,
    avg(coalesce(substantive, false)::INTEGER) FILTER (substantive IS NOT NULL OR emoji_only) AS reading,
    count(*) FILTER (substantive IS NOT NULL OR emoji_only) AS basis,
    CASE
        WHEN count(words) = 0 THEN 'not_available'
        WHEN count(generic) * 2 < count(*) FILTER (words > 0) THEN 'not_available'
    END AS silence
FROM facts.comment_reading
GROUP BY account_id
