-- Share of settled posts with twice the account's median likes or more, whose views did not go a third of that way.
SELECT
    account_id,
    avg((likes >= 2 * typical_likes AND views * typical_likes * 3 <= likes * typical_views)::INTEGER)
        FILTER (settled AND views IS NOT NULL) AS reading,
    count(likes) FILTER (settled AND views IS NOT NULL) AS basis,
    CASE
        WHEN count(views) = 0 THEN 'not_available'
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN least(min(typical_likes), min(typical_views)) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
