-- Followers over time for each creator's chart.
SELECT a.creator_id, d.account_id, strftime(d.day, '%Y-%m-%d') AS day, d.followers
FROM facts.account_days AS d JOIN facts.accounts AS a USING (account_id)
WHERE d.in_window ORDER BY a.creator_id, d.account_id, d.day
