-- Followers to the weeks from the account's opening to its newest profile.
SELECT
    account_id,
    any_value(followers / greatest(date_diff('day', created_at, observed_at) / 7.0, 1)) AS reading,
    count(created_at) FILTER (created_at <= observed_at) AS basis,
    CASE WHEN count(created_at) = 0 OR count(followers) = 0 THEN 'not_available' END AS silence
FROM facts.accounts
GROUP BY account_id
