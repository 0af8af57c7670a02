-- How far a post's likes follow those of the post before: lag-1 correlation of log likes over the look-back's settled posts;
-- none where likes never differ, or with a median under 20 likes.
SELECT
    account_id,
    CASE
        WHEN min(likes) FILTER (settled) < max(likes) FILTER (settled)
            AND min(likes_before) FILTER (settled) < max(likes_before) FILTER (settled)
            THEN nullif(corr(ln(likes::DOUBLE + 1), ln(likes_before::DOUBLE + 1)) FILTER (settled), 'nan'::DOUBLE)
    END AS reading,
    count(ln(likes::DOUBLE + 1) + ln(likes_before::DOUBLE + 1)) FILTER (settled) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN min(typical_likes) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
