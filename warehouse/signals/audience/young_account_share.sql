-- Share of the sampled followers whose account was opened within 90 days before they were drawn.
SELECT
    account_id,
    avg((age_days <= 90)::INTEGER) AS reading,
    count(age_days) AS basis,
    CASE WHEN count(age_days) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
