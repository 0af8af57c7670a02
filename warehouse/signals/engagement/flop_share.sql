-- Share of settled posts of the look-back with less than a quarter of the account's median likes; none with a median under 20.
SELECT
    account_id,
    avg((likes < typical_likes / 4)::INTEGER) FILTER (settled) AS reading,
    count(likes) FILTER (settled) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN min(typical_likes) < 20 THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
