-- Share of the sampled followers who have 10,000 followers or more themselves.
SELECT
    account_id,
    avg((followers >= 10000)::INTEGER) AS reading,
    count(followers) AS basis,
    CASE WHEN count(followers) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
