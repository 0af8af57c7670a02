-- Share of the window's posts whose likes don't show.
SELECT
    account_id,
    avg((likes IS NULL)::INTEGER) FILTER (in_window) AS reading,
    count(*) FILTER (in_window) AS basis
FROM facts.post_engagement
GROUP BY account_id
