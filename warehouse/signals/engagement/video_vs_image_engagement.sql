-- Likes + comments of videos by those of images, geometric means over the look-back's settled posts.
SELECT
    account_id,
    exp(avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND kind IN ('video', 'short'))
        - avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND kind IN ('image', 'carousel'))) AS reading,
    least(
        count(interactions) FILTER (settled AND kind IN ('video', 'short')),
        count(interactions) FILTER (settled AND kind IN ('image', 'carousel'))
    ) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
