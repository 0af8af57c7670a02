-- Share of other people's comments whose author commented under two of the account's posts or more.
SELECT
    account_id,
    avg(came_back::INTEGER) FILTER (came_back IS NOT NULL) AS reading,
    count(*) FILTER (came_back IS NOT NULL) AS basis,
    CASE WHEN count(came_back) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
