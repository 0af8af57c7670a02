-- Share of the weeks (up to 52) since the oldest post of the look-back that saw a dated post; silent where nobody looked within
-- 14 days of as_of.
SELECT
    account_id,
    bit_count(bit_or(weeks) & ((1::BIGINT << 52) - 1)) / least(52, max(oldest_recent) // 7 + 1) AS reading,
    sum(recent_dated) AS basis,
    CASE
        WHEN count(last_post) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 THEN 'not_enough_data'
    END AS silence
FROM facts.account_posts
GROUP BY account_id
