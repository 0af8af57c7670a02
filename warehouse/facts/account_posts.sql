-- One row per account with posts: when it published, over the look-back and before it.
-- build: account
-- account_id: the account
-- recent_posts: posts of the look-back
-- recent_dated: those whose date is known
-- dated_90d: dated posts of the last 90 days
-- weeks: bit n is set where a dated post of the look-back is n weeks old; bit 60: 60 weeks and more
-- oldest_recent: whole days before as_of of the oldest dated post of the look-back
-- older_looks: observations of dated posts older than the look-back
-- first_post: publication of the oldest post seen
-- last_post: publication of the newest
-- last_age_days: whole days before as_of on which it was published
-- observed_age_days: whole days before as_of on which any post was last looked at
SELECT
    account_id,
    sum(posts)::BIGINT AS recent_posts,
    sum(dated)::BIGINT AS recent_dated,
    sum(dated_90d)::BIGINT AS dated_90d,
    bit_or(weeks) AS weeks,
    max(oldest_recent) AS oldest_recent,
    sum(older)::BIGINT AS older_looks,
    min(first_post) AS first_post,
    max(last_post) AS last_post,
    date_diff('day', max(last_post), getvariable('as_of')) AS last_age_days,
    date_diff('day', max(observed_at), getvariable('as_of')) AS observed_age_days
FROM (
    SELECT
        account_id, count(*) AS posts, count(posted_at) AS dated,
        count(posted_at) FILTER (age_days < 90) AS dated_90d,
        bit_or(1::BIGINT << least(age_days // 7, 60)) FILTER (posted_at IS NOT NULL) AS weeks,
        max(age_days) FILTER (posted_at IS NOT NULL) AS oldest_recent,
        0 AS older, min(posted_at) AS first_post, max(posted_at) AS last_post, max(observed_at) AS observed_at
    FROM facts.recent_posts GROUP BY account_id
    UNION ALL
    SELECT account_id, 0, 0, 0, 0, NULL, count(posted_at), min(posted_at), max(posted_at), max(observed_at)
    FROM seen.posts(getvariable('as_of'))
    WHERE coalesce(posted_at, observed_at)::DATE <= getvariable('as_of')::DATE - getvariable('window_days')::INTEGER
    GROUP BY account_id
)
GROUP BY account_id
