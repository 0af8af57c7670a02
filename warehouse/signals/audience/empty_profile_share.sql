-- Share of the sampled followers without a picture, a bio and a post.
SELECT
    account_id,
    avg((empty_profile)::INTEGER) AS reading,
    count(empty_profile) AS basis,
    CASE WHEN count(empty_profile) = 0 THEN 'not_available' END AS silence
FROM facts.sampled_followers
GROUP BY account_id
