-- One row per step of an account's followers that is a misread count: 3 % or more, away and back within a week.
-- build: account
-- account_id: the account
-- day: the day on which the step ends, UTC
WITH large AS (
    SELECT account_id, day, followers, log_change FROM facts.account_days WHERE in_window AND abs(log_change) >= 0.03
)

SELECT DISTINCT out.account_id, unnest([out.day, back.day]) AS day
FROM large AS out
JOIN large AS back
    ON back.account_id = out.account_id AND back.day > out.day AND back.day <= out.day + 7
    AND sign(back.log_change) <> sign(out.log_change)
WHERE abs(ln((back.followers::DOUBLE + 1) / (out.followers::DOUBLE + 1)) + out.log_change) < abs(out.log_change) / 4
