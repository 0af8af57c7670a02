-- Share of the look-back's posts whose likes don't show.
SELECT
    account_id,
    1 - count(likes) / count(*) AS reading,
    count(*) AS basis
FROM facts.recent_posts
GROUP BY account_id
