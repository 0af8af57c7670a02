-- One row per post of the look-back that was read on more than one occasion: how its likes went on after the first week.
-- build: account
-- post_id: the post
-- account_id: the account
-- age_days: whole days before as_of
-- looks: how often its likes were read
-- last_likes: at the latest look
-- most_likes: at the highest
-- week_likes: at the last look between three and seven days after publication; null: there was none
-- later_likes: at the last look two weeks or more after publication; null: there was none
-- late_change: change of log likes from the one to the other
-- usual_late_change: median of the account's posts
WITH again AS (
    SELECT post_id, account_id, posted_at, age_days
    FROM facts.recent_posts WHERE seen_at < observed_at
),

looked AS (
    SELECT
        a.post_id, a.account_id, a.age_days,
        count(p.likes) AS looks,
        arg_max(p.likes, p.observed_at) AS last_likes,
        max(p.likes) AS most_likes,
        arg_max(p.likes, p.observed_at) FILTER (
            p.observed_at BETWEEN a.posted_at + INTERVAL 3 DAY AND a.posted_at + INTERVAL 7 DAY
        ) AS week_likes,
        arg_max(p.likes, p.observed_at) FILTER (p.observed_at >= a.posted_at + INTERVAL 14 DAY) AS later_likes
    FROM again AS a
    JOIN seen.posts(getvariable('as_of')) AS p USING (account_id, post_id)
    GROUP BY ALL
),

changed AS (
    SELECT *, ln(later_likes::DOUBLE + 1) - ln(week_likes::DOUBLE + 1) AS late_change FROM looked
),

usual AS (
    SELECT account_id, median(late_change) AS usual_late_change FROM changed GROUP BY account_id
)

SELECT
    c.post_id, c.account_id, c.age_days, c.looks, c.last_likes, c.most_likes, c.week_likes, c.later_likes,
    c.late_change, u.usual_late_change
FROM changed AS c
JOIN usual AS u USING (account_id)
