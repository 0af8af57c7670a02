-- One row per account and step of the look-back, from one day seen to the next; a misread count, away and back within
-- a week, counts as no change.
-- build: view
-- account_id: the account
-- day: the day on which the step ends, UTC
-- age_days: whole days before as_of
-- gap_days: days since the day seen before it
-- followers: the day's last count
-- miscount: a step of 3 % or more that is undone within a week, or undoes one
-- gained: change of followers since the day seen before; negative: lost; null: miscount
-- log_change: change of log followers; null: miscount
-- unrounded: the count shows its last figure: it is under 1,000 or doesn't end in 0
SELECT
    d.account_id, d.day, d.age_days, d.gap_days, d.followers, m.day IS NOT NULL AS miscount,
    CASE WHEN m.day IS NULL THEN d.new_followers END AS gained,
    CASE WHEN m.day IS NULL THEN d.log_change END AS log_change,
    d.followers < 1000 OR d.followers % 10 <> 0 AS unrounded
FROM facts.account_days AS d
LEFT JOIN facts.miscounts AS m ON m.account_id = d.account_id AND m.day = d.day
WHERE d.in_window AND d.log_change IS NOT NULL
