-- The latest posts of the window for each creator's chart; the rate is by followers where they show, else by views;
-- sponsored as in facts.post_words.
SELECT
    a.creator_id, p.post_id, p.account_id, strftime(coalesce(p.posted_at, p.seen_at), '%Y-%m-%dT%H:%M:%SZ') AS posted_at,
    CASE WHEN a.followers IS NULL THEN p.by_views ELSE p.by_followers END AS rate,
    p.likes, p.comments, p.views, CASE WHEN w.post_id IS NULL THEN false ELSE w.sponsored END AS sponsored, p.settled
FROM facts.post_engagement AS p
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN facts.commercial_words AS w ON w.account_id = p.account_id AND w.post_id = p.post_id
WHERE p.in_window
QUALIFY row_number() OVER (PARTITION BY p.account_id ORDER BY coalesce(p.posted_at, p.seen_at) DESC, p.post_id) <= 300
ORDER BY a.creator_id, p.account_id, coalesce(p.posted_at, p.seen_at), p.post_id
