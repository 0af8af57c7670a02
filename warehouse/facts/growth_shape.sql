-- One row per account: the shape of its follower curve in the look-back, apart from what single sudden steps say.
-- build: account
-- account_id: the account
-- days: days seen
-- reach: days from the first to the last of them
-- age_days: whole days from the last one to as_of
-- longest_gap: the most days without a look
-- followers: the last count
-- whole: change of log followers over the whole of it
-- gains: followers gained on days of gain, as a share of the last count
-- losses: followers lost on days of loss, as a share of the last count
-- best: gains of the best five days, as a share of the last count
-- lossy: share of days with a loss
-- still: share of days without a change
-- steady_1: change of log followers in the newest 30 days, each day's clipped to the account's habit; null: not seen
-- steady_2: the same 30 to 59 days back
-- steady_3: the same 60 to 89 days back
-- steady_4: the same 90 to 134 days back
-- steady_5: the same 135 to 179 days back
-- steady_6: the same 180 and more days back
-- on_posts: mean daily change of log followers on days with new posts, clipped
-- off_posts: the same on days without
-- memory: correlation of a day's clipped change with that of the day before
-- following: accounts followed at last
-- following_up: accounts newly followed on days on which that rose, as a share of the followers
-- following_down: accounts dropped on days on which it fell, as a share of the followers
-- following_turns: days on which it fell by over 1 %
-- follow_back: correlation of the change of following with the change of followers
WITH beside AS (
    SELECT
        d.*, h.usual, h.spread, d.log_change / d.gap_days AS rate,
        least(greatest(d.log_change / d.gap_days, h.usual - 4 * h.spread - h.step), h.usual + 4 * h.spread + h.step) AS calm,
        CASE WHEN d.age_days + d.gap_days < getvariable('window_days') THEN
            least(greatest(d.rate_before, h.usual - 4 * h.spread - h.step), h.usual + 4 * h.spread + h.step)
        END AS calm_before
    FROM facts.account_days AS d
    JOIN facts.growth_habit AS h USING (account_id)
    WHERE d.in_window
)

SELECT
    account_id,
    count(*) AS days,
    max(day) - min(day) AS reach,
    min(age_days) AS age_days,
    max(gap_days) AS longest_gap,
    arg_max(followers, day) AS followers,
    ln((arg_max(followers, day) + 1.0) / (arg_min(followers, day) + 1.0)) AS whole,
    sum(new_followers::DOUBLE) FILTER (new_followers > 0) / (arg_max(followers, day) + 1.0) AS gains,
    -sum(new_followers::DOUBLE) FILTER (new_followers < 0) / (arg_max(followers, day) + 1.0) AS losses,
    list_sum(max(new_followers::DOUBLE, 5)) / (arg_max(followers, day) + 1.0) AS best,
    avg((new_followers < 0)::INTEGER) AS lossy,
    avg((new_followers = 0)::INTEGER) AS still,
    sum(calm * gap_days) FILTER (age_days < 30) AS steady_1,
    sum(calm * gap_days) FILTER (age_days BETWEEN 30 AND 59) AS steady_2,
    sum(calm * gap_days) FILTER (age_days BETWEEN 60 AND 89) AS steady_3,
    sum(calm * gap_days) FILTER (age_days BETWEEN 90 AND 134) AS steady_4,
    sum(calm * gap_days) FILTER (age_days BETWEEN 135 AND 179) AS steady_5,
    sum(calm * gap_days) FILTER (age_days >= 180) AS steady_6,
    avg(calm) FILTER (posts_count_change > 0 AND gap_days = 1) AS on_posts,
    avg(calm) FILTER (posts_count_change = 0 AND gap_days = 1) AS off_posts,
    covar_pop(calm, calm_before) / nullif(stddev_pop(calm) * stddev_pop(calm_before), 0) AS memory,
    arg_max(following, day) AS following,
    sum(following_change::DOUBLE) FILTER (following_change > 0) / (arg_max(followers, day) + 1.0) AS following_up,
    -sum(following_change::DOUBLE) FILTER (following_change < 0) / (arg_max(followers, day) + 1.0) AS following_down,
    count(*) FILTER (following_change < -0.01 * following) AS following_turns,
    covar_pop(following_change::DOUBLE, new_followers::DOUBLE) / nullif(
        stddev_pop(following_change::DOUBLE) FILTER (new_followers IS NOT NULL)
        * stddev_pop(new_followers::DOUBLE) FILTER (following_change IS NOT NULL), 0) AS follow_back
FROM beside
GROUP BY account_id
