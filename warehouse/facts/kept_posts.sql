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
        account_id, post_id, posted_at, kind, likes, dislikes, comments, shares, views,
        observed_at, hash(account_id, post_id) AS key,
        coalesce(posted_at, observed_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER AS recent
    FROM seen.posts(getvariable('as_of'))
),

again AS (
    SELECT
        account_id, post_id,
        arg_max(posted_at, observed_at) AS posted_at,
        arg_max(kind, observed_at) AS kind,
        arg_max({
            'likes': likes, 'dislikes': dislikes, 'comments': comments, 'shares': shares, 'views': views,
            'observed_at': observed_at
        }, observed_at) AS p,
        min(observed_at) AS seen_at, any_value(key) AS key
    FROM (
        FROM looks SEMI JOIN facts.repeated_posts USING (key) WHERE recent
        UNION ALL
        FROM looks SEMI JOIN (FROM facts.repeated_posts WHERE mixed) USING (key) WHERE NOT recent
    )
    GROUP BY account_id, post_id
),

latest AS (
    SELECT account_id, post_id, posted_at, kind, key, p.*, seen_at FROM again
    WHERE coalesce(posted_at, seen_at)::DATE > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
    UNION ALL BY NAME
    SELECT * EXCLUDE (recent), observed_at AS seen_at
    FROM looks ANTI JOIN facts.repeated_posts USING (key) WHERE recent
),

placed AS ( -- what has no row there has words that disclose nothing
    SELECT
        l.* EXCLUDE (key), coalesce(posted_at, seen_at) AS placed_at, placed_at::DATE AS day,
        CASE WHEN w.key IS NULL THEN false ELSE w.sponsored END AS sponsored
    FROM latest AS l LEFT JOIN facts.worded_posts AS w ON w.key = l.key
),

days AS ( -- no ASOF join, which sorts both sides: a day without a look has the count of the last one before it
    SELECT account_id, day, followers FROM facts.kept_days
    WHERE day > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
    UNION ALL
    SELECT
        account_id, day - unnest(range(1, least(
            gap_days, day - getvariable('as_of')::DATE + getvariable('window_days')::INTEGER)))::INTEGER,
        followers - new_followers
    FROM facts.kept_days
    WHERE gap_days > 1 AND day > getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
),

ends AS (
    SELECT account_id, arg_min(followers, day) AS first, max(day) AS last_day, arg_max(followers, day) AS last
    FROM facts.kept_days GROUP BY account_id
),

followed AS (
    SELECT p.*, coalesce(d.followers, CASE WHEN p.day > e.last_day THEN e.last END, e.first) AS followers_then
    FROM placed AS p
    LEFT JOIN days AS d ON d.account_id = p.account_id AND d.day = p.day
    LEFT JOIN ends AS e ON e.account_id = p.account_id
)

SELECT
    post_id, account_id, posted_at, seen_at, observed_at,
    count(*) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) - row_number() OVER w + 1 AS place,
    epoch(placed_at - lag(placed_at) OVER w) / 86400 AS gap_days,
    kind, likes, dislikes, comments, shares, views, followers_then, lag(likes) OVER w AS likes_before, sponsored
FROM followed
WINDOW w AS (PARTITION BY account_id ORDER BY placed_at, post_id)
