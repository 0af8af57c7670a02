-- One row per account and follower drawn from its audience, as the follower was last drawn, with what its profile shows.
-- build: account
-- account_id: the account whose audience was sampled
-- follower_id: the follower, pseudonymous
-- platform: where both are
-- sampled_at: when it was last drawn
-- uniform: drawn uniformly each time; false: once from the newest; null: the source doesn't say
-- label: fake or real, where a person judged it
-- handle: last known handle (hostile input)
-- has_avatar: whether the profile has a picture
-- bio_length: characters in its bio
-- followers: its own followers
-- following: accounts that it follows
-- posts_count: its posts
-- created_at: when it was opened
-- sample_days: whole days from its drawing to as_of
-- age_days: whole days from its opening to its drawing; null: unknown, or opened after it was drawn
-- generated_handle: the handle ends in five digits or more that are no date of birth
-- empty_profile: no picture, no bio and no posts; null: one of them is unknown and none of the others speaks against it
-- mutual_mass: follows over 1,500 and is followed by about as many, as who follows back automatically
-- bunched: at least eight of the sample were opened in the fortnight around its opening, and over five times as many as the three months before and after would give; null: unknown
WITH dated AS (
    SELECT *, CASE WHEN created_at <= sampled_at THEN date_diff('day', created_at, sampled_at) END AS age_days
    FROM seen.followers_drawn(getvariable('as_of'))
),

crowded AS (
    SELECT
        *,
        count(age_days) OVER (PARTITION BY account_id ORDER BY age_days RANGE BETWEEN 7 PRECEDING AND 7 FOLLOWING) AS near,
        count(age_days) OVER (PARTITION BY account_id ORDER BY age_days RANGE BETWEEN 97 PRECEDING AND 97 FOLLOWING) AS around
    FROM dated
)

SELECT
    c.account_id, c.follower_id, a.platform, c.sampled_at, c.uniform, c.label, c.handle, c.has_avatar, c.bio_length,
    c.followers, c.following, c.posts_count, c.created_at,
    date_diff('day', c.sampled_at, getvariable('as_of')) AS sample_days, c.age_days,
    regexp_matches(c.handle, '\d{5,}$') AND NOT regexp_matches(c.handle, '(^|\D)((\d\d){0,2}(19|20)\d\d|[0-3]\d[01]\d\d\d)$') AS generated_handle,
    NOT c.has_avatar AND c.bio_length = 0 AND c.posts_count = 0 AS empty_profile,
    c.following >= 1500 AND c.followers BETWEEN c.following * 0.5 AND c.following * 1.5 AS mutual_mass,
    CASE
        WHEN c.age_days IS NOT NULL
            THEN c.near >= 8 AND c.near > 5 * (c.around - c.near) * 15 / (least(97, c.age_days) + 97 - 14)
    END AS bunched
FROM crowded AS c
LEFT JOIN facts.accounts AS a USING (account_id)
