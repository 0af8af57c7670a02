-- What moved an account's followers beyond habit: one row per jump with the likeliest cause that was seen, one per day
-- on which its platform removed accounts, and one per account for its history as a whole.
-- account_id: the account
-- kind: jump, purge, or history
-- day: its day, UTC; null: history
-- age_days: whole days before as_of; null: history
-- steps: changes from one day seen to the next in the look-back; 0: jump and purge
-- watched: days of its platform on which a purge would have shown; null: jump and purge
-- followers_now: the account's latest count
-- gained: followers gained, negative: lost; null: history
-- shared_by: share of the platform's other accounts that jumped the same way that day; null: no jump
-- with_engagement: the likes rose by at least a third of the jump; null: too few posts to tell, or no jump
-- at_post: a post with three times the account's usual likes or views, from two days before to the day; null: no jump
-- at_giveaway: a post that promises a prize, from a week before to the day; null: no jump
-- lost_later: share of what a jump brought that was gone two to four weeks later; null: not seen, or no jump up
-- cause: shared_day, giveaway, outlying_post, likes_rose, untold (too few posts), none_found; null: no jump
WITH at_posts AS (
    SELECT DISTINCT b.account_id, b.day, true AS at_post
    FROM facts.growth_breaks AS b
    JOIN facts.recent_posts AS p ON p.account_id = b.account_id AND p.day BETWEEN b.day - 2 AND b.day
    WHERE p.likes >= 3 * p.typical_likes OR p.views >= 3 * p.typical_views
),

at_giveaways AS (
    SELECT DISTINCT b.account_id, b.day, true AS at_giveaway
    FROM facts.growth_breaks AS b
    JOIN facts.commercial_words AS w ON w.account_id = b.account_id AND w.day BETWEEN b.day - 7 AND b.day
    WHERE w.giveaway
),

later AS (
    SELECT j.account_id, j.day, arg_max(d.followers, d.day) AS followers
    FROM facts.growth_breaks AS j
    JOIN facts.growth_days AS d ON d.account_id = j.account_id AND d.day BETWEEN j.day + 14 AND j.day + 28
    WHERE j.gained > 0 AND NOT d.miscount
    GROUP BY j.account_id, j.day
),

watched AS (SELECT platform, count(*) FILTER (accounts >= 20) AS days FROM facts.platform_days GROUP BY platform),

purged AS (
    SELECT d.account_id, d.day, d.age_days, d.gained, a.platform, a.followers
    FROM facts.growth_days AS d
    JOIN facts.accounts AS a USING (account_id)
    WHERE d.gap_days = 1 AND d.day IN (SELECT day FROM facts.platform_days WHERE purge)
)

SELECT
    h.account_id, 'history' AS kind, NULL::DATE AS day, NULL::BIGINT AS age_days, h.steps,
    coalesce(w.days, 0) AS watched, a.followers AS followers_now, NULL::BIGINT AS gained, NULL::DOUBLE AS shared_by,
    NULL::BOOLEAN AS with_engagement, NULL::BOOLEAN AS at_post, NULL::BOOLEAN AS at_giveaway,
    NULL::DOUBLE AS lost_later, NULL::VARCHAR AS cause
FROM facts.growth_spans AS h
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN watched AS w ON w.platform = a.platform
UNION ALL
SELECT
    b.account_id, 'jump', b.day, b.age_days, 0, NULL, a.followers, b.gained, b.shared_by, b.with_engagement,
    coalesce(p.at_post, false), coalesce(g.at_giveaway, false),
    CASE WHEN b.gained > 0 AND l.followers IS NOT NULL
        THEN greatest(0, least(1, (b.followers - l.followers) / b.gained)) END,
    CASE
        WHEN b.shared_by >= 0.02 THEN 'shared_day'
        WHEN b.gained <= 0 THEN 'none_found'
        WHEN g.at_giveaway THEN 'giveaway'
        WHEN p.at_post THEN 'outlying_post'
        WHEN b.with_engagement THEN 'likes_rose'
        WHEN b.with_engagement IS NULL THEN 'untold'
        ELSE 'none_found'
    END
FROM facts.growth_breaks AS b
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN at_posts AS p ON p.account_id = b.account_id AND p.day = b.day
LEFT JOIN at_giveaways AS g ON g.account_id = b.account_id AND g.day = b.day
LEFT JOIN later AS l ON l.account_id = b.account_id AND l.day = b.day
UNION ALL
SELECT p.account_id, 'purge', p.day, p.age_days, 0, NULL, p.followers, p.gained, NULL, NULL, NULL, NULL, NULL, NULL
FROM purged AS p
JOIN facts.platform_days AS d ON d.platform = p.platform AND d.day = p.day AND d.purge
ORDER BY account_id, kind, day
