-- One row per creator: what was looked at.
-- creator_id: the creator
-- platforms: where they have accounts
-- first_post: publication of the first post seen
-- last_post: publication of the last
-- posts: posts seen
-- comments: comments seen under their posts
-- follower_days: account-days on which followers were counted
-- followers_sampled: followers drawn
WITH posts AS (
    SELECT account_id, count(*) AS posts, min(posted_at) AS first_post, max(posted_at) AS last_post
    FROM facts.post_engagement GROUP BY account_id
),

comments AS (SELECT account_id, count(*) AS comments FROM facts.comment_threads GROUP BY account_id),

days AS (SELECT account_id, count(*) AS follower_days FROM facts.account_days GROUP BY account_id),

samples AS (
    SELECT account_id, count(*) AS drawn FROM stored.follower_samples
    WHERE sampled_at <= (SELECT as_of FROM facts.now) GROUP BY account_id
)

SELECT
    a.creator_id, list_sort(list(DISTINCT a.platform)) AS platforms, min(p.first_post) AS first_post,
    max(p.last_post) AS last_post, coalesce(sum(p.posts), 0)::BIGINT AS posts,
    coalesce(sum(c.comments), 0)::BIGINT AS comments, coalesce(sum(d.follower_days), 0)::BIGINT AS follower_days,
    coalesce(sum(s.drawn), 0)::BIGINT AS followers_sampled
FROM facts.accounts AS a
LEFT JOIN posts AS p USING (account_id)
LEFT JOIN comments AS c USING (account_id)
LEFT JOIN days AS d USING (account_id)
LEFT JOIN samples AS s USING (account_id)
GROUP BY a.creator_id
