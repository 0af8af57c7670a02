-- Share of the sampled followers whose handle ends in five digits or more that are no date of birth.
SELECT
    account_id,
    avg((generated_handle)::INTEGER) AS reading,
    count(generated_handle) AS basis,
    CASE WHEN count(generated_handle) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
