-- One row per account and post of the look-back: what had to be searched for or computed once. Read facts.recent_posts.
-- build: account
-- post_id: the post
-- account_id: the account
-- posted_at: when it was published; null: unknown
-- seen_at: when it was first seen
-- observed_at: when its counters were last read
-- place: 1 for the account's newest post of the look-back, 2 for the one before
-- gap_days: days since the account's post before this one; null for the first of the look-back
-- kind: video, short, image, ...
-- likes: latest; null: hidden or unknown
-- dislikes: latest
-- comments: latest
-- shares: latest
-- views: latest
-- followers_then: the account's followers on the last day seen up to its day, else the first after it
-- likes_before: likes of the account's post before this one
-- sponsored: the platform says so, or the text discloses it; null: no text, and the platform doesn't say
WITH looks AS NOT MATERIALIZED (
    SELECT
        account_id, post_id, posted_at, kind, text, paid_partnership AS paid, likes, dislikes, comments, shares, views,
        observed_at, hash(account_id, post_id) AS key,
        coalesce(posted_at, observed_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER AS recent
    FROM seen.posts(getvariable('as_of'))
),

again AS (
    SELECT
        account_id, post_id,
        arg_max(posted_at, observed_at) AS posted_at,
        arg_max(kind, observed_at) AS kind,
        arg_max(text, observed_at) AS text,
        arg_max(paid, observed_at) AS paid,
        arg_max({
            'likes': likes, 'dislikes': dislikes, 'comments': comments, 'shares': shares, 'views': views,
            'observed_at': observed_at
        }, observed_at) AS p,
        min(observed_at) AS seen_at
    FROM (
        FROM looks SEMI JOIN facts.repeated_posts USING (key) WHERE recent
        UNION ALL
        FROM looks SEMI JOIN (FROM facts.repeated_posts WHERE mixed) USING (key) WHERE NOT recent
    )
    GROUP BY account_id, post_id
),

latest AS (
    SELECT account_id, post_id, posted_at, kind, text, paid, p.*, seen_at FROM again
    WHERE coalesce(posted_at, seen_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
    UNION ALL BY NAME
    SELECT * EXCLUDE (key, recent), observed_at AS seen_at
    FROM looks ANTI JOIN facts.repeated_posts USING (key) WHERE recent
),

placed AS (
    SELECT
        * EXCLUDE (text, paid), coalesce(posted_at, seen_at) AS placed_at, placed_at::DATE AS day,
        regexp_matches(text, getvariable('disclosure')) AS says_so,
        coalesce(paid OR says_so, paid, says_so) AS sponsored
    FROM latest
),

followed AS (
    SELECT p.*, coalesce(before.followers, first.followers) AS followers_then
    FROM placed AS p
    ASOF LEFT JOIN facts.kept_days AS before ON before.account_id = p.account_id AND before.day <= p.day
    LEFT JOIN (
        SELECT account_id, arg_min(followers, day) AS followers FROM facts.kept_days GROUP BY account_id
    ) AS first ON first.account_id = p.account_id
)

SELECT
    post_id, account_id, posted_at, seen_at, observed_at,
    count(*) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) - row_number() OVER w + 1 AS place,
    epoch(placed_at - lag(placed_at) OVER w) / 86400 AS gap_days,
    kind, likes, dislikes, comments, shares, views, followers_then, lag(likes) OVER w AS likes_before, sponsored
FROM followed
WINDOW w AS (PARTITION BY account_id ORDER BY placed_at, post_id)
