-- What each account's next post is likely to get, where at least ten posts tell (as the signals expected_* ask).
SELECT a.creator_id, n.account_id, n.counted, n.p10, n.p50, n.p90, n.posts, n.tested, n.inside
FROM facts.next_post AS n JOIN facts.accounts AS a USING (account_id)
WHERE n.posts >= 10
ORDER BY a.creator_id, n.account_id, n.counted
