-- Share of settled posts with five times the account's median comments or more, whose likes did not go a quarter of that way.
SELECT
    account_id,
    avg((comments >= 5 * typical_comments AND likes * typical_comments * 4 <= comments * typical_likes)::INTEGER)
        FILTER (settled AND likes IS NOT NULL) AS reading,
    count(likes) FILTER (settled AND comments IS NOT NULL) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
        WHEN min(typical_comments) < 5 OR min(typical_likes) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
