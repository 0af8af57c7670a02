-- One row per sudden change of an account's followers: a run of days far beyond its habit, and what its posts did then.
-- build: account
-- account_id: the account
-- first_day: the first day of the run
-- last_day: the last one
-- peak_day: the day of its largest change
-- age_days: whole days from the last one to as_of
-- days: days seen in the run
-- gap_days: days without a look before the first one, and that one
-- gained: followers gained in it beyond the habit (negative: lost)
-- excess: change of log followers in it beyond the habit
-- peak: the largest part of `excess` on one day seen
-- week_before: change of log followers in about seven days before it, beyond the habit
-- week_after: the same in about seven days after it; null: not seen
-- month_after: the same in about 28 days after it; who was bought leaks away, a found audience stays
-- posts_then: posts from three days before to one day after
-- likes_then: largest log of their likes against the account's typical ones; null: no post, or hidden
-- views_then: the same of views
-- comments_then: the same of comments
-- likes_change: mean log likes of the 28 days after against those of the 28 before, without the posts of then
-- likes_told: the smaller number of posts on either side of that comparison
WITH sudden AS (
    SELECT
        d.account_id, d.day, d.age_days, d.followers, d.gap_days, h.usual,
        d.log_change - h.usual * d.gap_days AS excess, sign(d.log_change - h.usual * d.gap_days) AS way
    FROM facts.account_days AS d
    JOIN facts.growth_habit AS h USING (account_id)
    WHERE d.in_window AND h.days >= 7 AND d.followers >= 50
        AND abs(d.log_change - h.usual * d.gap_days) >= greatest(0.005, 4.5 * h.spread * sqrt(d.gap_days), 2.5 * h.step)
),

apart AS (
    SELECT *, coalesce(day - lag(day) OVER w > 3 OR lag(way) OVER w <> way, true) AS new_run
    FROM sudden WINDOW w AS (PARTITION BY account_id ORDER BY day)
),

runs AS (SELECT *, sum(new_run::INTEGER) OVER (PARTITION BY account_id ORDER BY day) AS run FROM apart),

steps AS (
    SELECT
        account_id, min(day) AS first_day, max(day) AS last_day, arg_max(day, abs(excess)) AS peak_day,
        min(age_days) AS age_days, count(*) AS days, arg_min(gap_days, day) AS gap_days,
        sum(followers * (1 - exp(greatest(-excess, -5)))) AS gained, sum(excess) AS excess,
        any_value(way) * max(abs(excess)) AS peak, any_value(usual) AS usual, arg_max(followers, day) AS followers
    FROM runs GROUP BY account_id, run
    QUALIFY row_number() OVER (PARTITION BY account_id ORDER BY abs(sum(excess)) DESC, min(day)) <= 8
),

beside AS (
    SELECT
        s.account_id, s.first_day,
        arg_min({'day': d.day, 'followers': d.followers}, d.day) FILTER (d.day < s.first_day) AS early,
        arg_max({'day': d.day, 'followers': d.followers}, d.day) FILTER (d.day < s.first_day) AS eve,
        arg_max({'day': d.day, 'followers': d.followers}, d.day) FILTER (d.day BETWEEN s.last_day + 3 AND s.last_day + 9) AS week,
        arg_max({'day': d.day, 'followers': d.followers}, d.day) FILTER (d.day BETWEEN s.last_day + 14 AND s.last_day + 30) AS month
    FROM steps AS s
    JOIN facts.account_days AS d ON d.account_id = s.account_id AND d.day BETWEEN s.first_day - 9 AND s.last_day + 30
    GROUP BY s.account_id, s.first_day
),

posted AS (
    SELECT
        s.account_id, s.first_day,
        count(*) FILTER (p.day BETWEEN s.first_day - 3 AND s.last_day + 1) AS posts_then,
        max(ln((p.likes::DOUBLE + 1) / (p.typical_likes + 1))) FILTER (p.day BETWEEN s.first_day - 3 AND s.last_day + 1) AS likes_then,
        max(ln((p.views::DOUBLE + 1) / (p.typical_views + 1))) FILTER (p.day BETWEEN s.first_day - 3 AND s.last_day + 1) AS views_then,
        max(ln((p.comments::DOUBLE + 1) / (p.typical_comments + 1))) FILTER (p.day BETWEEN s.first_day - 3 AND s.last_day + 1) AS comments_then,
        avg(ln(p.likes::DOUBLE + 1)) FILTER (p.settled AND p.day > s.last_day + 1) AS after,
        avg(ln(p.likes::DOUBLE + 1)) FILTER (p.settled AND p.day < s.first_day - 3) AS before,
        count(p.likes) FILTER (p.settled AND p.day > s.last_day + 1) AS told_after,
        count(p.likes) FILTER (p.settled AND p.day < s.first_day - 3) AS told_before
    FROM steps AS s
    JOIN facts.recent_posts AS p ON p.account_id = s.account_id AND p.day BETWEEN s.first_day - 31 AND s.last_day + 29
    GROUP BY s.account_id, s.first_day
)

SELECT
    s.account_id, s.first_day, s.last_day, s.peak_day, s.age_days, s.days, s.gap_days, s.gained, s.excess, s.peak,
    ln((b.eve.followers + 1.0) / (b.early.followers + 1.0)) - s.usual * (b.eve.day - b.early.day) AS week_before,
    ln((b.week.followers + 1.0) / (s.followers + 1.0)) - s.usual * (b.week.day - s.last_day) AS week_after,
    ln((b.month.followers + 1.0) / (s.followers + 1.0)) - s.usual * (b.month.day - s.last_day) AS month_after,
    coalesce(p.posts_then, 0) AS posts_then, p.likes_then, p.views_then, p.comments_then,
    p.after - p.before AS likes_change, least(p.told_after, p.told_before) AS likes_told
FROM steps AS s
LEFT JOIN beside AS b USING (account_id, first_day)
LEFT JOIN posted AS p USING (account_id, first_day)
