-- Share of other people's comments that hold no word.
SELECT
    account_id,
    avg(emoji_only::INTEGER) FILTER (emoji_only IS NOT NULL) AS reading,
    count(*) FILTER (emoji_only IS NOT NULL) AS basis,
    CASE WHEN count(emoji_only) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
