-- One row per account: how its followers usually change from day to day, which tells what is sudden.
-- build: account
-- account_id: the account
-- days: day-to-day changes in the look-back
-- usual: median change of log followers a day
-- spread: half the distance between the upper and the lower sixth of those changes; an SD if they were normal
-- slow: their lower tenth
-- fast: their upper tenth
-- step: the least change that the count can show, as a share of it: one follower, or the third figure where it is rounded
-- rounded: every count of the look-back ends in zeros after its third figure
WITH changes AS (
    SELECT
        account_id,
        count(*) AS days,
        quantile_cont(log_change / gap_days, [0.1, 0.16, 0.5, 0.84, 0.9]) AS q,
        max(followers) AS most,
        bool_and(followers % pow(10, greatest(floor(log10(followers::DOUBLE + 1)) - 2, 0))::BIGINT = 0) AS rounded
    FROM facts.account_days WHERE in_window AND log_change IS NOT NULL
    GROUP BY account_id
)

SELECT
    account_id, days, q[3] AS usual, (q[4] - q[2]) / 2 AS spread, q[1] AS slow, q[5] AS fast,
    CASE WHEN rounded THEN pow(10, greatest(floor(log10(most::DOUBLE + 1)) - 2, 0)) ELSE 1.0 END / (most::DOUBLE + 1) AS step,
    rounded AND most >= 1000 AS rounded
FROM changes
