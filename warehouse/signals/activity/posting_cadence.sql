-- Dated posts a week over the last 90 days; silent where nobody looked within 14 days of as_of.
SELECT
    account_id,
    count(posted_at) FILTER (age_days < 90) / (90 / 7.0) AS reading,
    count(posted_at) AS basis,
    CASE
        WHEN count(posted_at) = 0 THEN 'not_available'
        WHEN min(observed_age_days) > 14 THEN 'not_enough_data'
    END AS silence
FROM facts.post_engagement
GROUP BY account_id
