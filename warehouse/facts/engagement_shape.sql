-- One row per account: how its posts of the look-back did, in logs, and how that changed with time and followers.
-- build: account
-- account_id: the account
-- posts: posts
-- shown: posts that show likes, settled or not
-- liked: settled posts that show likes
-- viewed: settled posts that show views
-- gap_days: mean days between posts
-- followers_then: mean log followers on the posts' days
-- likes: mean log likes
-- comments: mean log comments
-- views: mean log views
-- shares: mean log shares
-- likes_spread: lower tenth, median and upper tenth of log likes
-- likes_sd: SD of log likes
-- likes_memory: correlation of log likes with those of the post before
-- likes_step: SD of the change of log likes from the post before
-- likes_per_view: mean log of likes by views
-- likes_per_view_sd: its SD
-- comments_per_like: mean log of comments by likes
-- comments_per_like_sd: its SD
-- follows: covariance of log likes with log followers of the day, posts of the account among themselves
-- followers_sd: SD of log followers over those posts
-- n_1: settled posts that show likes of the newest 30 days
-- n_2: of 30 to 59 days back
-- n_3: of 60 to 89 days back
-- n_4: of 90 to 134 days back
-- n_5: of 135 and more days back
-- likes_1: mean log likes of the newest 30 days
-- likes_2: of 30 to 59 days back
-- likes_3: of 60 to 89 days back
-- likes_4: of 90 to 134 days back
-- likes_5: of 135 and more days back
-- followers_1: mean log followers on the days of those posts, newest 30 days
-- followers_2: of 30 to 59 days back
-- followers_3: of 60 to 89 days back
-- followers_4: of 90 to 134 days back
-- followers_5: of 135 and more days back
-- likes_views: correlation of log likes with log views
-- likes_comments: correlation of log likes with log comments
WITH logs AS (
    SELECT
        account_id, age_days, gap_days, settled, likes IS NOT NULL AS shows,
        CASE WHEN settled THEN ln(likes::DOUBLE + 1) END AS l,
        CASE WHEN settled THEN ln(comments::DOUBLE + 1) END AS c,
        CASE WHEN settled THEN ln(views::DOUBLE + 1) END AS v,
        CASE WHEN settled THEN ln(shares::DOUBLE + 1) END AS s,
        ln(likes_before::DOUBLE + 1) AS b,
        ln(followers_then::DOUBLE + 1) AS f
    FROM facts.recent_posts
)

SELECT
    account_id,
    count(*) AS posts,
    count(*) FILTER (shows) AS shown,
    count(l) AS liked,
    count(v) AS viewed,
    avg(gap_days) AS gap_days,
    avg(f) AS followers_then,
    avg(l) AS likes,
    avg(c) AS comments,
    avg(v) AS views,
    avg(s) AS shares,
    quantile_cont(l, [0.1, 0.5, 0.9]) AS likes_spread,
    stddev_samp(l) AS likes_sd,
    covar_pop(l, b) / nullif(stddev_pop(l) * stddev_pop(b), 0) AS likes_memory,
    stddev_samp(l - b) AS likes_step,
    avg(l - v) AS likes_per_view,
    stddev_samp(l - v) AS likes_per_view_sd,
    avg(c - l) AS comments_per_like,
    stddev_samp(c - l) AS comments_per_like_sd,
    covar_pop(l, f) AS follows,
    stddev_pop(f) AS followers_sd,
    count(CASE WHEN age_days < 30 THEN l END) AS n_1,
    count(CASE WHEN age_days BETWEEN 30 AND 59 THEN l END) AS n_2,
    count(CASE WHEN age_days BETWEEN 60 AND 89 THEN l END) AS n_3,
    count(CASE WHEN age_days BETWEEN 90 AND 134 THEN l END) AS n_4,
    count(CASE WHEN age_days >= 135 THEN l END) AS n_5,
    avg(CASE WHEN age_days < 30 THEN l END) AS likes_1,
    avg(CASE WHEN age_days BETWEEN 30 AND 59 THEN l END) AS likes_2,
    avg(CASE WHEN age_days BETWEEN 60 AND 89 THEN l END) AS likes_3,
    avg(CASE WHEN age_days BETWEEN 90 AND 134 THEN l END) AS likes_4,
    avg(CASE WHEN age_days >= 135 THEN l END) AS likes_5,
    avg(CASE WHEN age_days < 30 THEN f END) AS followers_1,
    avg(CASE WHEN age_days BETWEEN 30 AND 59 THEN f END) AS followers_2,
    avg(CASE WHEN age_days BETWEEN 60 AND 89 THEN f END) AS followers_3,
    avg(CASE WHEN age_days BETWEEN 90 AND 134 THEN f END) AS followers_4,
    avg(CASE WHEN age_days >= 135 THEN f END) AS followers_5,
    covar_pop(l, v) / nullif(stddev_pop(l) * stddev_pop(v), 0) AS likes_views,
    covar_pop(l, c) / nullif(stddev_pop(l) * stddev_pop(c), 0) AS likes_comments
FROM logs
GROUP BY account_id
