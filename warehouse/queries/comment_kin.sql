-- Every comment read by itself, with the creators of both ends, where its author is an account that we know.
SELECT
    w.*, coalesce(a.creator_id, a.account_id) AS creator_id, coalesce(p.creator_id, p.account_id) AS author_creator
FROM facts.comment_words AS w
JOIN facts.accounts AS a ON a.account_id = w.account_id
LEFT JOIN facts.accounts AS p ON p.account_id = w.author_id
ORDER BY w.account_id, w.post_id, w.posted_at NULLS LAST, w.comment_id
