-- Days since the newest of the sampled followers was drawn.
SELECT account_id, min(sample_days) AS reading, count(*) AS basis
FROM facts.sampled_followers
GROUP BY account_id
