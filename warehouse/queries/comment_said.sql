-- Every comment under a known post with what it was written under: the post's words stand beside one comment of each post.
-- A post that two accounts were seen to publish stands with each, and so do its comments.
WITH said AS (
    SELECT comment_id, post_id, author_id, posted_at, text, likes, in_reply_to, in_reply_to IS NOT NULL AS reply
    FROM seen.comments(getvariable('as_of'))
),

under AS (
    SELECT
        post_id, account_id,
        arg_max(concat_ws(' ', text, list_aggregate(tags, 'string_agg', ' ')), observed_at) AS text,
        arg_max(posted_at, observed_at) AS posted_at
    FROM seen.posts(getvariable('as_of')) SEMI JOIN said USING (post_id)
    GROUP BY post_id, account_id
),

answers AS (
    SELECT in_reply_to AS comment_id, u.account_id, min(s.posted_at) AS answered_at
    FROM said AS s JOIN under AS u ON u.post_id = s.post_id AND u.account_id = s.author_id
    WHERE in_reply_to IS NOT NULL GROUP BY in_reply_to, u.account_id
)

SELECT
    s.comment_id, u.account_id, s.post_id, s.author_id, s.text, s.likes, s.reply,
    s.author_id = u.account_id AS by_creator,
    s.posted_at,
    CASE WHEN bool_or(s.reply) OVER (PARTITION BY u.account_id) THEN r.comment_id IS NOT NULL END AS answered,
    CASE WHEN r.answered_at >= s.posted_at THEN epoch(r.answered_at - s.posted_at) / 3600 END AS answer_hours,
    date_diff('second', u.posted_at, s.posted_at) AS lag,
    a.language,
    CASE
        WHEN row_number() OVER (PARTITION BY u.account_id, s.post_id ORDER BY s.comment_id) = 1 THEN left(u.text, 2000)
    END AS post_text
FROM said AS s
JOIN under AS u USING (post_id)
LEFT JOIN answers AS r ON r.comment_id = s.comment_id AND r.account_id = u.account_id
JOIN facts.accounts AS a ON a.account_id = u.account_id
ORDER BY u.account_id, s.post_id, s.posted_at NULLS LAST, s.comment_id
