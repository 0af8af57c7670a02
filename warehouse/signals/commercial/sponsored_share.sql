-- Share of the window's posts that say they are paid for, by the platform's flag or in their words.
SELECT
    account_id,
    avg(sponsored::INTEGER) FILTER (in_window) AS reading,
    count(sponsored) FILTER (in_window) AS basis
FROM facts.post_engagement
GROUP BY account_id
