-- One row per post of the look-back, in the order in which an account published them, with what its account is used to.
-- build: view
-- post_id: the post
-- account_id: the account
-- place: 1 for the account's newest post of the look-back, 2 for the one before
-- posted_at: when it was published; null: unknown, and `day` is when it was first seen
-- seen_at: when it was first seen
-- day: the day it was published, UTC
-- age_days: whole days before as_of
-- observed_at: when its counters were last read
-- observed_age_days: whole days before as_of on which its counters were last read
-- gap_days: days since the account's post before this one; null for the first of the look-back
-- kind: video, short, image, ...
-- settled: its counters were last read a day or more after publication
-- likes: latest; null: hidden or unknown
-- dislikes: latest
-- comments: latest
-- shares: latest
-- views: latest
-- followers_then: the account's followers around that day
-- interactions: likes + comments
-- by_followers: interactions / followers_then
-- by_views: interactions / views
-- likes_before: likes of the account's post before this one
-- typical_likes: median likes of the account's settled posts of the look-back
-- typical_comments: median comments of them
-- typical_views: median views of them
-- sponsored: the platform says so, or the text discloses it; null: no text, and the platform doesn't say
SELECT
    p.post_id, p.account_id, p.place, p.posted_at, p.seen_at,
    coalesce(p.posted_at, p.seen_at)::DATE AS day,
    date_diff('day', coalesce(p.posted_at, p.seen_at), getvariable('as_of')) AS age_days,
    p.observed_at, date_diff('day', p.observed_at, getvariable('as_of')) AS observed_age_days,
    p.gap_days, p.kind,
    p.posted_at IS NULL OR p.observed_at >= p.posted_at + INTERVAL 1 DAY AS settled,
    p.likes, p.dislikes, p.comments, p.shares, p.views, p.followers_then,
    TRY(p.likes + p.comments) AS interactions,
    TRY(p.likes + p.comments) / nullif(p.followers_then, 0) AS by_followers,
    TRY(p.likes + p.comments) / nullif(p.views, 0) AS by_views,
    p.likes_before, t.typical_likes, t.typical_comments, t.typical_views, p.sponsored
FROM facts.kept_posts AS p
LEFT JOIN facts.typical_posts AS t USING (account_id)
