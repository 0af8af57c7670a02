-- Share of the sampled followers who follow fewer than 1,500 accounts, so that a post has a chance to be seen.
SELECT
    account_id,
    avg((following < 1500)::INTEGER) AS reading,
    count(following) AS basis,
    CASE WHEN count(following) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
