-- What there is to tell engagement by real people from the rest: one row per account with posts in the look-back.
SELECT
    e.account_id, a.platform, a.followers, e.shown, e.liked, t.typical_likes, t.typical_comments,
    e.likes_sd, e.likes_step, e.likes_memory, e.likes_views, e.likes_comments, e.likes_per_view, e.comments_per_like,
    e.likes, e.followers_then,
    i.share, i.low, i.high, c.arranged, c.arranged_low, c.arranged_high
FROM facts.engagement_shape AS e
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN facts.typical_posts AS t USING (account_id)
LEFT JOIN facts.audience_inflation AS i USING (account_id)
LEFT JOIN facts.comment_accounts AS c USING (account_id)
ORDER BY e.account_id
