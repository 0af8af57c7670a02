-- The latest posts of the window of these accounts (`wanted`): what a reading over posts stands on.
SELECT
    p.account_id, 'marts.posts' AS "table", p.post_id AS key, p.url,
    strftime(coalesce(p.posted_at, p.seen_at), '%Y-%m-%dT%H:%M:%SZ') AS time,
    concat_ws(' · ', 'likes ' || p.likes, 'comments ' || p.comments, 'views ' || p.views, left(p.text, 160)) AS text
FROM marts.posts AS p SEMI JOIN wanted USING (account_id)
WHERE p.in_window
QUALIFY row_number() OVER (PARTITION BY p.account_id ORDER BY coalesce(p.posted_at, p.seen_at) DESC, p.post_id) <= 12
ORDER BY p.account_id, coalesce(p.posted_at, p.seen_at) DESC, p.post_id
