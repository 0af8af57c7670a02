-- Dated posts a day over the last 90 days against the rest of the look-back, less 1; silent where the posts seen don't reach
-- back 180 days, or nobody looked within 14 days of as_of.
SELECT
    account_id,
    sum(dated_90d) / 90 / nullif(sum(recent_dated - dated_90d) / nullif(max(oldest_recent) - 89, 0), 0) - 1 AS reading,
    sum(recent_dated) AS basis,
    CASE
        WHEN count(last_post) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 OR coalesce(max(oldest_recent), 0) < 180 THEN 'not_enough_data'
    END AS silence
FROM facts.account_posts
GROUP BY account_id
