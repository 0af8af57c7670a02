-- Sudden jumps of followers for each creator's chart.
SELECT
    a.creator_id, b.account_id, strftime(b.day, '%Y-%m-%d') AS day, exp(b.log_change) - 1 AS change, b.with_engagement
FROM facts.growth_breaks AS b JOIN facts.accounts AS a USING (account_id)
ORDER BY a.creator_id, b.account_id, b.day
