-- Likes + comments of the posts 7 to 89 days old against the older ones of the look-back: ratio of geometric means, less 1;
-- 90 % interval widened 2.62 times because neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    exp(avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days >= 90)) - 1 AS reading,
    exp(avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
        - 1.645 * 2.62 * sqrt(
            var_samp(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
            / count(interactions) FILTER (settled AND age_days BETWEEN 7 AND 89)
            + var_samp(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
            / count(interactions) FILTER (settled AND age_days >= 90))) - 1 AS low,
    exp(avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
        + 1.645 * 2.62 * sqrt(
            var_samp(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
            / count(interactions) FILTER (settled AND age_days BETWEEN 7 AND 89)
            + var_samp(ln(interactions::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
            / count(interactions) FILTER (settled AND age_days >= 90))) - 1 AS high,
    least(
        count(interactions) FILTER (settled AND age_days BETWEEN 7 AND 89),
        count(interactions) FILTER (settled AND age_days >= 90)
    ) AS basis,
    CASE
        WHEN count(likes) = 0 AND count(*) >= 5 THEN 'hidden'
        WHEN count(comments) = 0 THEN 'not_available'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
