-- Posts of the look-back by month, and how many of them are sponsored: by the platform's own label, by their words, or
-- by both; unknown: no text, and the platform doesn't say. As in facts.post_words.
WITH posts AS (
    SELECT account_id, date_trunc('month', coalesce(posted_at, seen_at))::DATE AS month, count(*) AS posts
    FROM facts.kept_posts GROUP BY ALL
),

shown AS (
    SELECT
        account_id, date_trunc('month', day)::DATE AS month, count(*) FILTER (sponsored) AS sponsored,
        count(*) FILTER (sponsored IS NULL) AS unknown, count(*) FILTER (sponsored AND labelled) AS labelled,
        count(*) FILTER (sponsored AND says_so) AS said
    FROM facts.commercial_words GROUP BY ALL
)

SELECT
    a.creator_id, p.account_id, strftime(p.month, '%Y-%m-%d') AS month, p.posts, coalesce(s.sponsored, 0) AS sponsored,
    coalesce(s.unknown, 0) AS unknown, coalesce(s.labelled, 0) AS labelled, coalesce(s.said, 0) AS said
FROM posts AS p
JOIN facts.accounts AS a USING (account_id)
LEFT JOIN shown AS s ON s.account_id = p.account_id AND s.month = p.month
ORDER BY a.creator_id, p.account_id, p.month
