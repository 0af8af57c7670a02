-- What was looked at of each account: what its creator's coverage is made of, see marts.coverage.
WITH posts AS (
    SELECT account_id, count(*) AS posts, min(posted_at) AS first_post, max(posted_at) AS last_post
    FROM facts.post_engagement GROUP BY account_id
),

comments AS (SELECT account_id, count(*) AS comments FROM facts.comment_threads GROUP BY account_id),

days AS (
    SELECT account_id, count(*) AS follower_days, min(day) AS first_day, max(day) AS last_day
    FROM facts.account_days GROUP BY account_id
),

samples AS (
    SELECT account_id, count(*) AS drawn FROM stored.follower_samples
    WHERE sampled_at <= (SELECT as_of FROM facts.now) GROUP BY account_id
)

SELECT
    a.creator_id, a.account_id, coalesce(p.posts, 0) AS posts, strftime(p.first_post, '%Y-%m-%d') AS first_post,
    strftime(p.last_post, '%Y-%m-%d') AS last_post, coalesce(c.comments, 0) AS comments,
    coalesce(d.follower_days, 0) AS follower_days, strftime(d.first_day, '%Y-%m-%d') AS first_day,
    strftime(d.last_day, '%Y-%m-%d') AS last_day, coalesce(s.drawn, 0) AS followers_sampled
FROM facts.accounts AS a
LEFT JOIN posts AS p USING (account_id)
LEFT JOIN comments AS c USING (account_id)
LEFT JOIN days AS d USING (account_id)
LEFT JOIN samples AS s USING (account_id)
ORDER BY a.creator_id, a.account_id
