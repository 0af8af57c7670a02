-- One row per account and week of the look-back in which its followers were counted, beside what it published.
-- build: account
-- account_id: the account
-- week: 0 for the last seven days before as_of, 1 for the seven before
-- gained: change of followers, misread counts left out; null: only misread
-- risen: the sum of its rises alone
-- posts: posts seen; null: before the oldest post seen, when nobody knows
-- quiet: no post, in this week or the one before, seen or counted by the profile; null: nobody knows
-- after_giveaway: a post that promises a prize, in this week or the one before; null: no post of either was seen
-- shown: posts of the week that show likes, settled or not
-- log_like_rate: mean log of likes + 1 to followers of its day + 1, over the week's settled posts; null: none has likes
WITH counted AS (
    SELECT account_id, age_days // 7 AS week, sum(gained) AS gained, sum(greatest(gained, 0)) AS risen
    FROM facts.growth_days GROUP BY account_id, week
),

profiles AS ( -- an account may publish what the data does not hold
    SELECT account_id, age_days // 7 AS week, bool_or(posts_count_change > 0) AS published
    FROM facts.account_days WHERE in_window AND posts_count_change <> 0 GROUP BY account_id, week
),

said AS (
    SELECT
        account_id, date_diff('day', day, getvariable('as_of')::DATE) // 7 AS week,
        bool_or(giveaway) AS prize, count(*) FILTER (giveaway IS NULL) AS mute
    FROM facts.commercial_words GROUP BY account_id, week
),

written AS (
    SELECT
        account_id, age_days // 7 AS week, count(*) AS posts, count(likes) AS shown,
        avg(ln((likes::DOUBLE + 1) / (coalesce(followers_then, 0)::DOUBLE + 1))) FILTER (settled) AS log_like_rate
    FROM facts.recent_posts GROUP BY account_id, week
),

published AS MATERIALIZED (
    SELECT w.*, CASE WHEN s.prize THEN true WHEN w.posts > coalesce(s.mute, 0) THEN false END AS giveaway
    FROM written AS w LEFT JOIN said AS s ON s.account_id = w.account_id AND s.week = w.week
),

reach AS (SELECT account_id, max(week) AS oldest FROM published GROUP BY account_id)

SELECT
    c.account_id, c.week, c.gained, c.risen,
    CASE WHEN c.week <= r.oldest THEN coalesce(p.posts, 0) END AS posts,
    CASE
        WHEN p.posts > 0 OR b.posts > 0 OR x.published OR y.published THEN false
        WHEN c.week < r.oldest THEN true
    END AS quiet,
    coalesce(p.giveaway OR b.giveaway, p.giveaway, b.giveaway) AS after_giveaway,
    p.shown, p.log_like_rate
FROM counted AS c
LEFT JOIN reach AS r ON r.account_id = c.account_id
LEFT JOIN published AS p ON p.account_id = c.account_id AND p.week = c.week
LEFT JOIN published AS b ON b.account_id = c.account_id AND b.week = c.week + 1
LEFT JOIN profiles AS x ON x.account_id = c.account_id AND x.week = c.week
LEFT JOIN profiles AS y ON y.account_id = c.account_id AND y.week = c.week + 1
