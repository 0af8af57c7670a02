-- One row per account and day on which it was seen.
-- account_id: the account
-- day: the day, UTC
-- followers: the day's last count
-- following: the day's last count
-- log_change: change of log followers since the day seen before
-- gap_days: days since then
SELECT account_id, day, followers, following, log_change, gap_days FROM facts.account_days
