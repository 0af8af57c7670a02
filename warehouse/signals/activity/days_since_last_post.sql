-- Days since the last post whose date is known; silent where nobody looked within 14 days of as_of.
SELECT
    account_id,
    min(last_age_days) AS reading,
    sum(recent_dated + older_looks) AS basis,
    CASE
        WHEN count(last_post) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 THEN 'not_enough_data'
    END AS silence
FROM facts.account_posts
GROUP BY account_id
