-- Views of short videos by views of long ones, geometric means over the look-back's settled posts.
SELECT
    account_id,
    exp(avg(ln(views::DOUBLE + 1)) FILTER (settled AND kind = 'short')
        - avg(ln(views::DOUBLE + 1)) FILTER (settled AND kind = 'video')) AS reading,
    least(count(views) FILTER (settled AND kind = 'short'), count(views) FILTER (settled AND kind = 'video')) AS basis,
    CASE WHEN count(views) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
