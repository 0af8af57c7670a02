-- One row per post of the look-back, in the order in which an account published them, with what its account is used to.
-- post_id: the post
-- account_id: the account
-- place: 1 for the account's newest post of the look-back, 2 for the one before
-- posted_at: when it was published; null: unknown, and `day` is when it was first seen
-- day: the day it was published, UTC
-- age_days: whole days before as_of
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
WITH typical AS (
    SELECT
        account_id,
        median(likes) FILTER (settled) AS typical_likes,
        median(comments) FILTER (settled) AS typical_comments,
        median(views) FILTER (settled) AS typical_views
    FROM facts.post_engagement WHERE in_window GROUP BY account_id
)

SELECT
    p.post_id, p.account_id,
    row_number() OVER (PARTITION BY p.account_id ORDER BY p.placed_at DESC, p.post_id DESC) AS place,
    p.posted_at, p.placed_at::DATE AS day, p.age_days,
    epoch(p.placed_at - lag(p.placed_at) OVER w) / 86400 AS gap_days,
    p.kind, p.settled, p.likes, p.dislikes, p.comments, p.shares, p.views, p.followers_then, p.interactions,
    p.by_followers, p.by_views,
    lag(p.likes) OVER w AS likes_before,
    t.typical_likes, t.typical_comments, t.typical_views, p.sponsored
FROM facts.post_engagement AS p
LEFT JOIN typical AS t USING (account_id)
WHERE p.in_window
WINDOW w AS (PARTITION BY p.account_id ORDER BY p.placed_at, p.post_id)
