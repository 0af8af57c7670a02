-- Sudden jumps of followers, each with its likeliest cause, and the days on which the platform removed accounts.
SELECT
    a.creator_id, j.account_id, j.kind, strftime(j.day, '%Y-%m-%d') AS day, exp(b.log_change) - 1 AS change, j.gained,
    j.cause, j.shared_by, j.with_engagement, j.lost_later
FROM facts.growth_jumps AS j
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN facts.growth_breaks AS b ON j.kind = 'jump' AND b.account_id = j.account_id AND b.day = j.day
WHERE j.kind IN ('jump', 'purge')
ORDER BY a.creator_id, j.account_id, j.day, j.kind
