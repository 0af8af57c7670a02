-- Share of the likes + comments of the latest 30 posts that the five best of them have.
SELECT
    account_id,
    list_sum(max(interactions::DOUBLE, 5) FILTER (settled AND place <= 30))
        / nullif(sum(interactions::DOUBLE) FILTER (settled AND place <= 30), 0) AS reading,
    count(interactions) FILTER (settled AND place <= 30) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
