-- One row per account and day on which it was seen: the day's last counts, and the change since the last day seen.
-- build: view
-- account_id: the account
-- day: the day, UTC
-- age_days: whole days before as_of
-- before_newest: days before the account's newest day seen
-- in_window: within the look-back of config/settings.toml
-- followers: the day's last count
-- following: the day's last count
-- posts_count: the day's last count of posts, as the profile says
-- gap_days: days since the day seen before this one
-- new_followers: change of followers since then; negative: lost
-- log_change: change of log followers since then; null on the first day
-- following_change: change of following since then
-- posts_count_change: change of posts_count since then; negative: posts were removed
-- rate_before: change of log followers a day, over the step before this one; null: there is none
SELECT
    account_id, day,
    date_diff('day', day, getvariable('as_of')::DATE) AS age_days,
    before_newest,
    date_diff('day', day, getvariable('as_of')::DATE) < getvariable('window_days') AS in_window,
    followers, following, posts_count, gap_days, new_followers,
    ln(followers::DOUBLE + 1) - ln((followers - new_followers)::DOUBLE + 1) AS log_change,
    following_change, posts_count_change,
    (ln((followers - new_followers)::DOUBLE + 1) - ln((followers - new_followers - new_before)::DOUBLE + 1)) / gap_before
        AS rate_before
FROM facts.kept_days
