-- Likes that the next post is likely to get, from the account's own latest posts, with the range of nine posts in ten; from facts.next_post, which
-- vetting/measure/next_post.py computes and tests on the account's own past.
SELECT
    account_id,
    any_value(p50) FILTER (counted = 'likes') AS reading,
    any_value(p05) FILTER (counted = 'likes') AS low,
    any_value(p95) FILTER (counted = 'likes') AS high,
    coalesce(any_value(posts) FILTER (counted = 'likes'), 0) AS basis
FROM facts.next_post
GROUP BY account_id
