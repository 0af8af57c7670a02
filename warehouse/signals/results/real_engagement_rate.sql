-- Likes and comments by real people under a typical post, per follower that is a real, reachable person; from
-- facts.real_engagement.
SELECT
    account_id,
    any_value(rate) AS reading,
    any_value(rate_low) AS low,
    any_value(rate_high) AS high,
    any_value(posts) AS basis,
    any_value(silence) AS silence
FROM facts.real_engagement
GROUP BY account_id
