-- Likes and comments by real people under a typical post: those of the median post, net of likes estimated to be
-- automatic and of comments estimated to be arranged; from facts.real_engagement.
SELECT
    account_id,
    any_value(real) AS reading,
    any_value(real_low) AS low,
    any_value(real_high) AS high,
    any_value(posts) AS basis,
    any_value(silence) AS silence
FROM facts.real_engagement
GROUP BY account_id
