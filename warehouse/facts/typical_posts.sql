-- One row per account with posts in the look-back: what its settled posts usually get.
-- build: account
-- account_id: the account
-- typical_likes: median likes of its settled posts of the look-back
-- typical_comments: median comments of them
-- typical_views: median views of them
SELECT
    account_id,
    median(likes) FILTER (posted_at IS NULL OR observed_at >= posted_at + INTERVAL 1 DAY) AS typical_likes,
    median(comments) FILTER (posted_at IS NULL OR observed_at >= posted_at + INTERVAL 1 DAY) AS typical_comments,
    median(views) FILTER (posted_at IS NULL OR observed_at >= posted_at + INTERVAL 1 DAY) AS typical_views
FROM facts.kept_posts
GROUP BY account_id
