-- Share of other people's comments that advertise something else: a channel, a shop, an exchange of followers.
SELECT
    account_id,
    avg((spam >= 0.5)::INTEGER) FILTER (spam IS NOT NULL) AS reading,
    count(*) FILTER (spam IS NOT NULL) AS basis,
    CASE
        WHEN count(words) = 0 THEN 'not_available'
        WHEN count(spam) * 2 < count(*) FILTER (words > 0) THEN 'not_available'
    END AS silence
FROM facts.comment_reading
GROUP BY account_id
