-- One row per account and post: its latest counters at as_of, what was last known of it, the followers of its day, and what it
-- discloses. Posts older than the look-back are worked out when asked for: over all accounts that is slow; facts.recent_posts is not.
-- build: view
-- post_id: the post
-- account_id: the account
-- posted_at: when it was published; null: unknown
-- seen_at: when it was first seen
-- placed_at: posted_at, else seen_at
-- age_days: whole days before as_of, from placed_at
-- observed_at: when its counters were last read
-- observed_age_days: whole days before as_of on which its counters were last read
-- in_window: published (or first seen) within the look-back of config/settings.toml
-- settled: its counters were last read a day or more after publication
-- kind: video, short, image, ...
-- likes: latest; null: hidden or unknown
-- dislikes: latest
-- comments: latest
-- shares: latest
-- views: latest
-- followers_then: the account's followers on the last day seen up to its day, else the first after it
-- interactions: likes + comments; null where either is, or no number holds the sum
-- by_followers: interactions / followers_then
-- by_views: interactions / views
-- sponsored: the platform says so, or the text discloses it; null: no text, and the platform doesn't say
WITH older AS (
    SELECT
        account_id, post_id,
        arg_max(posted_at, observed_at) AS posted_at,
        arg_max(kind, observed_at) AS kind,
        arg_max(text, observed_at) AS text,
        arg_max(paid_partnership, observed_at) AS paid,
        arg_max({
            'likes': likes, 'dislikes': dislikes, 'comments': comments, 'shares': shares, 'views': views,
            'observed_at': observed_at
        }, observed_at) AS p,
        min(observed_at) AS seen_at
    FROM seen.posts(getvariable('as_of')) ANTI JOIN facts.kept_posts USING (account_id, post_id)
    GROUP BY account_id, post_id
),

followed AS (
    SELECT o.*, coalesce(before.followers, first.followers) AS followers_then
    FROM (SELECT * EXCLUDE (p), p.*, coalesce(posted_at, seen_at)::DATE AS day FROM older) AS o
    ASOF LEFT JOIN facts.kept_days AS before ON before.account_id = o.account_id AND before.day <= o.day
    LEFT JOIN (
        SELECT account_id, arg_min(followers, day) AS followers FROM facts.kept_days GROUP BY account_id
    ) AS first ON first.account_id = o.account_id
),

every AS (
    SELECT
        post_id, account_id, posted_at, seen_at, observed_at, true AS in_window, kind, likes, dislikes, comments, shares,
        views, followers_then, sponsored
    FROM facts.kept_posts
    UNION ALL
    SELECT
        post_id, account_id, posted_at, seen_at, observed_at, false, kind, likes, dislikes, comments, shares, views,
        followers_then,
        coalesce(
            paid OR regexp_matches(text, getvariable('disclosure')), paid, regexp_matches(text, getvariable('disclosure'))
        )
    FROM followed
)

SELECT
    post_id, account_id, posted_at, seen_at, coalesce(posted_at, seen_at) AS placed_at,
    date_diff('day', placed_at, getvariable('as_of')) AS age_days,
    observed_at, date_diff('day', observed_at, getvariable('as_of')) AS observed_age_days,
    in_window, posted_at IS NULL OR observed_at >= posted_at + INTERVAL 1 DAY AS settled,
    kind, likes, dislikes, comments, shares, views, followers_then,
    TRY(likes + comments) AS interactions,
    TRY(likes + comments) / nullif(followers_then, 0) AS by_followers,
    TRY(likes + comments) / nullif(views, 0) AS by_views,
    sponsored
FROM every
