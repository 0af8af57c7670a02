-- One row per account: the stretch of days on which its followers grew faster (or slower) than on the others, likes beside.
-- build: account
-- account_id: the account
-- first_day: the first day of the stretch; it is where the running sum of the changes against their mean turns
-- last_day: its last day
-- age_days: whole days from the last one to as_of
-- days: days seen in the stretch
-- others: days seen outside it
-- excess: change of log followers in the stretch beyond what the account's mean would give; negative: slower
-- sigmas: the same against what days in random order would give
-- inside: mean daily change of log followers in the stretch, each day's clipped to the account's habit
-- outside: the same on the other days
-- inside_sd: SD of those changes in the stretch
-- outside_sd: SD of those changes on the other days
-- posts_inside: posts a day in the stretch
-- posts_outside: posts a day on the other days
-- likes_change: mean log likes of the stretch's posts against those of the others
-- likes_told: the smaller number of posts on either side of that comparison
WITH calm AS (
    SELECT
        d.account_id, d.day, d.age_days, d.gap_days,
        least(greatest(d.log_change / d.gap_days, h.usual - 4 * h.spread - h.step), h.usual + 4 * h.spread + h.step) AS rate
    FROM facts.account_days AS d
    JOIN facts.growth_habit AS h USING (account_id)
    WHERE d.in_window AND d.log_change IS NOT NULL AND h.days >= 14
),

means AS (
    SELECT account_id, sum(rate * gap_days) / sum(gap_days) AS mean, stddev_pop(rate) AS spread, count(*) AS days
    FROM calm GROUP BY account_id
),

walk AS (
    SELECT
        c.account_id, c.day,
        sum((c.rate - m.mean) * c.gap_days) OVER (PARTITION BY c.account_id ORDER BY c.day) AS height
    FROM calm AS c JOIN means AS m USING (account_id)
),

turns AS (
    SELECT account_id, arg_min(day, height) AS low_day, arg_max(day, height) AS high_day, max(height) - min(height) AS height
    FROM walk GROUP BY account_id
),

stretches AS (
    SELECT
        t.account_id, least(low_day, high_day) + 1 AS first_day, greatest(low_day, high_day) AS last_day,
        CASE WHEN low_day < high_day THEN height ELSE -height END AS excess,
        height / nullif(m.spread * sqrt(m.days), 0) AS sigmas
    FROM turns AS t JOIN means AS m USING (account_id)
),

sides AS (
    SELECT
        account_id, any_value(first_day) AS first_day, any_value(last_day) AS last_day, any_value(excess) AS excess,
        any_value(sigmas) AS sigmas, min(CASE WHEN day <= last_day THEN age_days END) AS age_days,
        count(CASE WHEN within THEN 1 END) AS days,
        count(CASE WHEN NOT within THEN 1 END) AS others,
        avg(CASE WHEN within THEN rate END) AS inside,
        avg(CASE WHEN NOT within THEN rate END) AS outside,
        stddev_pop(CASE WHEN within THEN rate END) AS inside_sd,
        stddev_pop(CASE WHEN NOT within THEN rate END) AS outside_sd,
        max(day) - min(day) + 1 AS reach, min(day) AS begun
    FROM (
        SELECT c.*, s.* EXCLUDE (account_id), c.day BETWEEN s.first_day AND s.last_day AS within
        FROM calm AS c JOIN stretches AS s USING (account_id)
    )
    GROUP BY account_id
),

posted AS (
    SELECT
        s.account_id,
        count(*) FILTER (p.day BETWEEN s.first_day AND s.last_day) AS posts_inside,
        count(*) FILTER (p.day NOT BETWEEN s.first_day AND s.last_day) AS posts_outside,
        avg(ln(p.likes::DOUBLE + 1)) FILTER (p.settled AND p.day BETWEEN s.first_day AND s.last_day) AS likes_inside,
        avg(ln(p.likes::DOUBLE + 1)) FILTER (p.settled AND p.day NOT BETWEEN s.first_day AND s.last_day) AS likes_outside,
        least(
            count(p.likes) FILTER (p.settled AND p.day BETWEEN s.first_day AND s.last_day),
            count(p.likes) FILTER (p.settled AND p.day NOT BETWEEN s.first_day AND s.last_day)
        ) AS likes_told
    FROM sides AS s JOIN facts.recent_posts AS p ON p.account_id = s.account_id AND p.day >= s.begun
    GROUP BY s.account_id
)

SELECT
    s.account_id, s.first_day, s.last_day, s.age_days, s.days, s.others, s.excess, s.sigmas, s.inside, s.outside,
    s.inside_sd, s.outside_sd,
    coalesce(p.posts_inside, 0) / nullif(s.last_day - s.first_day + 1, 0) AS posts_inside,
    coalesce(p.posts_outside, 0) / nullif(s.reach - (s.last_day - s.first_day + 1), 0) AS posts_outside,
    CASE WHEN p.likes_told >= 3 THEN p.likes_inside - p.likes_outside END AS likes_change,
    coalesce(p.likes_told, 0) AS likes_told
FROM sides AS s
LEFT JOIN posted AS p USING (account_id)
