-- Share of other people's early comments whose author follows the same author as under another post of the account.
SELECT
    account_id,
    avg(same_order::INTEGER) FILTER (same_order IS NOT NULL) AS reading,
    count(*) FILTER (same_order IS NOT NULL) AS basis,
    CASE WHEN count(same_order) = 0 THEN 'not_available' END AS silence
FROM facts.comment_reading
GROUP BY account_id
