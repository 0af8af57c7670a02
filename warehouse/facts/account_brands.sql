-- One row per account and brand that its sponsored or promoting posts of the look-back name, and one for all of its posts.
-- build: account
-- account_id: the account
-- brand: the account or name, in bare letters; null: the row of all posts
-- posts: how many posts name it; null: the row of all posts
-- days: on how many days; null: the row of all posts
-- newest_age: days before as_of of the newest of them; null: the row of all posts
-- tellable: of how many of the account's posts it is known whether they are sponsored; 0: not the row of all posts
WITH unknown AS (
    SELECT account_id, count(*) AS posts FROM facts.commercial_words WHERE sponsored IS NULL GROUP BY account_id
),

totals AS (SELECT account_id, count(*) AS posts FROM facts.recent_posts GROUP BY account_id)

SELECT
    account_id, brand, count(*) AS posts, count(DISTINCT day) AS days,
    date_diff('day', max(day), getvariable('as_of')::DATE) AS newest_age, 0 AS tellable
FROM facts.commercial_words
WHERE brand IS NOT NULL
GROUP BY account_id, brand
UNION ALL
SELECT t.account_id, NULL, NULL, NULL, NULL, t.posts - coalesce(u.posts, 0)
FROM totals AS t LEFT JOIN unknown AS u USING (account_id)
