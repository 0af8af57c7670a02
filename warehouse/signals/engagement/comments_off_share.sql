-- Share of the look-back's posts whose comments don't show; silent where none shows, since then the source may not give them.
SELECT
    account_id,
    1 - count(comments) / count(*) AS reading,
    count(*) AS basis,
    CASE WHEN count(comments) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
