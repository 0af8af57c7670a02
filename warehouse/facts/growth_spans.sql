-- One row per account: how long its follower history of the look-back is.
-- build: account
-- account_id: the account
-- steps: changes from one day seen to the next
SELECT account_id, count(*) AS steps FROM facts.growth_days GROUP BY account_id
