-- Views that the next post is likely to reach, from the account's own latest posts, with the range of nine posts in ten; from facts.next_post, which
-- vetting/measure/next_post.py computes and tests on the account's own past.
SELECT
    account_id,
    any_value(p50) FILTER (counted = 'views') AS reading,
    any_value(p05) FILTER (counted = 'views') AS low,
    any_value(p95) FILTER (counted = 'views') AS high,
    coalesce(any_value(posts) FILTER (counted = 'views'), 0) AS basis
FROM facts.next_post
GROUP BY account_id
