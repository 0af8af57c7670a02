-- Share of the sampled followers who were also drawn from the audience of another account of the platform.
SELECT
    account_id,
    avg((audiences > 1)::INTEGER) AS reading,
    count(*) AS basis,
    CASE WHEN any_value(sampled_accounts) < 2 THEN 'not_available' END AS silence
FROM facts.shared_followers
GROUP BY account_id
