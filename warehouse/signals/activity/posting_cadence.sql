-- Dated posts a week over the last 90 days; silent where nobody looked within 14 days of as_of.
SELECT
    account_id,
    sum(dated_90d) / (90 / 7.0) AS reading,
    sum(recent_dated + older_looks) AS basis,
    CASE
        WHEN count(last_post) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 THEN 'not_enough_data'
    END AS silence
FROM facts.account_posts
GROUP BY account_id
