-- Days of the longest pause between two posts of the look-back; silent where over a tenth of the posts have no date.
SELECT
    account_id,
    max(gap_days) FILTER (posted_at IS NOT NULL) AS reading,
    count(gap_days) FILTER (posted_at IS NOT NULL) AS basis,
    CASE
        WHEN count(posted_at) = 0 THEN 'not_available'
        WHEN count(posted_at) < 0.9 * count(*) THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
