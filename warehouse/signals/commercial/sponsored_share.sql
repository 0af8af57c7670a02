-- Share of the window's posts that say they are paid for, by the platform's flag or in their words.
SELECT
    account_id,
    avg(sponsored::INTEGER) FILTER (in_window) AS reading,
    count(sponsored) FILTER (in_window) AS basis,
    CASE WHEN count(sponsored) FILTER (in_window) = 0 AND count(*) FILTER (in_window) > 0 THEN 'not_available' END AS silence
FROM facts.post_engagement
GROUP BY account_id
