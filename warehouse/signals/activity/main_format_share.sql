-- Share of the look-back's posts that have the account's most frequent format.
SELECT
    account_id,
    greatest(
        count(*) FILTER (kind = 'video'), count(*) FILTER (kind = 'short'), count(*) FILTER (kind = 'image'),
        count(*) FILTER (kind = 'carousel'), count(*) FILTER (kind = 'text'), count(*) FILTER (kind = 'story'),
        count(*) FILTER (kind = 'live'), count(*) FILTER (kind = 'other')
    ) / nullif(count(kind), 0) AS reading,
    count(kind) AS basis,
    CASE WHEN count(kind) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
