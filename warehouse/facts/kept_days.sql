-- One row per account and day on which it was seen: the day's last counts and the change since. Read facts.account_days.
-- build: account
-- account_id: the account
-- day: the day, UTC
-- before_newest: days before the account's newest day seen
-- followers: the day's last count
-- following: the day's last count
-- posts_count: the day's last count of posts, as the profile says
-- gap_days: days since the day seen before this one
-- new_followers: change of followers since then; negative: lost
-- following_change: change of following since then
-- posts_count_change: change of posts_count since then; negative: posts were removed
-- gap_before: gap_days of the day seen before this one
-- new_before: its new_followers
WITH looks AS NOT MATERIALIZED (
    SELECT account_id, observed_at::DATE AS day, observed_at, followers, following, posts_count
    FROM seen.follower_snapshots(getvariable('as_of'))
),

busy AS ( -- a bit for each day: few accounts have two looks at one, and only theirs are grouped by day
    SELECT account_id FROM looks
    GROUP BY account_id
    HAVING count(*) > bit_count(bitstring_agg(
        greatest(least(date_diff('day', day, getvariable('as_of')::DATE), 2047), 0), 0, 2047))
),

often AS (
    SELECT hash(account_id, day) AS key FROM looks SEMI JOIN busy USING (account_id)
    GROUP BY key HAVING count(*) > 1
),

days AS (
    SELECT account_id, day, followers, following, posts_count
    FROM looks ANTI JOIN often ON often.key = hash(looks.account_id, looks.day)
    UNION ALL
    SELECT
        account_id, day, arg_max(followers, observed_at), arg_max(following, observed_at),
        arg_max(posts_count, observed_at)
    FROM looks SEMI JOIN often ON often.key = hash(looks.account_id, looks.day)
    GROUP BY account_id, day
)

SELECT
    account_id, day,
    date_diff('day', day, max(day) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS before_newest,
    followers, following, posts_count,
    date_diff('day', lag(day) OVER w, day) AS gap_days,
    followers - lag(followers) OVER w AS new_followers,
    following - lag(following) OVER w AS following_change,
    posts_count - lag(posts_count) OVER w AS posts_count_change,
    date_diff('day', lag(day, 2) OVER w, lag(day) OVER w) AS gap_before,
    lag(followers) OVER w - lag(followers, 2) OVER w AS new_before
FROM days
WINDOW w AS (PARTITION BY account_id ORDER BY day)
