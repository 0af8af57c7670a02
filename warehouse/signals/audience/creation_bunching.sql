-- Share of the sampled followers opened in fortnights that hold far more of the sample than the months around them.
SELECT
    account_id,
    avg((bunched)::INTEGER) AS reading,
    count(bunched) AS basis,
    CASE WHEN count(bunched) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
