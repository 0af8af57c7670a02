-- Views of the posts 7 to 89 days old against the older ones of the look-back: ratio of geometric means, less 1;
-- 90 % interval widened 2.62 times because neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    exp(avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days >= 90)) - 1 AS reading,
    exp(avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
        - 1.645 * 2.62 * sqrt(
            var_samp(ln(views::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
            / count(views) FILTER (settled AND age_days BETWEEN 7 AND 89)
            + var_samp(ln(views::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
            / count(views) FILTER (settled AND age_days >= 90))) - 1 AS low,
    exp(avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
        - avg(ln(views::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
        + 1.645 * 2.62 * sqrt(
            var_samp(ln(views::DOUBLE + 1)) FILTER (settled AND age_days BETWEEN 7 AND 89)
            / count(views) FILTER (settled AND age_days BETWEEN 7 AND 89)
            + var_samp(ln(views::DOUBLE + 1)) FILTER (settled AND age_days >= 90)
            / count(views) FILTER (settled AND age_days >= 90))) - 1 AS high,
    least(
        count(views) FILTER (settled AND age_days BETWEEN 7 AND 89),
        count(views) FILTER (settled AND age_days >= 90)
    ) AS basis,
    CASE WHEN count(views) = 0 THEN 'not_available' END AS silence
FROM facts.recent_posts
GROUP BY account_id
