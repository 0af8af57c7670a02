-- Share of posts whose likes grew after the first week at least twice as far as the account's posts usually do.
SELECT
    account_id,
    avg((late_change >= usual_late_change + ln(2))::INTEGER) FILTER (later_likes >= 50) AS reading,
    count(late_change) FILTER (later_likes >= 50) AS basis,
    CASE
        WHEN count(last_likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(late_change) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_looks
GROUP BY account_id
