-- One row per day on which an account's followers jumped far beyond its own habit, not to be back within a week; whether others
-- jumped that day stands in facts.growth_breaks.
-- build: account
-- account_id: the account
-- platform: where it is
-- day: the day of the jump
-- age_days: whole days before as_of
-- followers: the count after it
-- log_change: change of log followers
-- robust_z: log_change against the account's own median and median absolute deviation
-- likes_change: change of the median log likes of posts, 28 days after against 28 before; null: too few posts
WITH habit AS (
    SELECT
        account_id, count(log_change) AS days, median(log_change / gap_days) AS usual,
        greatest(mad(log_change / gap_days) * 1.4826, 0.002) AS spread
    FROM facts.account_days WHERE in_window GROUP BY account_id
),

sudden AS (
    SELECT
        d.account_id, d.day, d.age_days, d.followers, d.log_change, d.gap_days, a.platform,
        (d.log_change - h.usual * d.gap_days) / (h.spread * sqrt(d.gap_days)) AS robust_z
    FROM facts.account_days AS d
    JOIN habit AS h USING (account_id)
    JOIN facts.accounts AS a USING (account_id)
    WHERE h.days >= 20 AND d.in_window AND abs(d.log_change) >= 0.03 AND abs(robust_z) >= 8
),

undone AS ( -- a misread count, a profile hidden for days: away and back within a week
    SELECT s.account_id, unnest([s.day, back.day]) AS day
    FROM sudden AS s
    JOIN sudden AS back
        ON back.account_id = s.account_id AND back.day > s.day AND back.day <= s.day + 7
        AND sign(back.log_change) <> sign(s.log_change)
    WHERE abs(ln((back.followers::DOUBLE + 1) / (s.followers::DOUBLE + 1)) + s.log_change) < abs(s.log_change) / 4
),

breaks AS (SELECT * FROM sudden ANTI JOIN undone USING (account_id, day) WHERE followers >= 100),

around AS (
    SELECT
        b.account_id, b.day,
        median(ln(p.likes::DOUBLE + 1)) FILTER (p.posted_at::DATE >= b.day) AS after,
        median(ln(p.likes::DOUBLE + 1)) FILTER (p.posted_at::DATE < b.day) AS before,
        least(count(p.likes) FILTER (p.posted_at::DATE >= b.day), count(p.likes) FILTER (p.posted_at::DATE < b.day)) AS posts
    FROM breaks AS b
    JOIN facts.kept_posts AS p
        ON p.account_id = b.account_id AND p.posted_at BETWEEN b.day - INTERVAL 28 DAY AND b.day + INTERVAL 28 DAY
    GROUP BY ALL
)

SELECT
    b.account_id, b.platform, b.day, b.age_days, b.followers, b.log_change, b.robust_z,
    CASE WHEN r.posts >= 3 THEN r.after - r.before END AS likes_change
FROM breaks AS b
LEFT JOIN around AS r ON r.account_id = b.account_id AND r.day = b.day
