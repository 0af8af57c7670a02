-- Share of settled posts with three times the account's median views or more, whose likes did not go a third of that way.
SELECT
    account_id,
    avg((views >= 3 * typical_views AND likes * typical_views * 3 <= views * typical_likes)::INTEGER)
        FILTER (settled AND likes IS NOT NULL) AS reading,
    count(likes) FILTER (settled AND views IS NOT NULL) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN least(min(typical_likes), min(typical_views)) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
