-- What was looked at for each creator.
SELECT
    c.creator_id, c.platforms, strftime(c.first_post, '%Y-%m-%d') AS first_post,
    strftime(c.last_post, '%Y-%m-%d') AS last_post, c.posts, c.comments, c.follower_days, c.followers_sampled
FROM marts.coverage AS c
ORDER BY c.creator_id
