-- Share of settled posts of the look-back that show more likes than views; posts with zero views are left out.
SELECT
    account_id,
    avg((likes > nullif(views, 0))::INTEGER) FILTER (settled) AS reading,
    count(likes > nullif(views, 0)) FILTER (settled) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
