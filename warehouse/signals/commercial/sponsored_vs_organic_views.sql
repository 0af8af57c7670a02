-- Views of sponsored posts to those of the others: ratio of geometric means, each post to the followers of its day,
-- with a 90 % interval; 1.645 + 2.4 / n is Student's t to within 0.06,
-- widened 2.62 times because ads often come in a row and neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    exp(avg(ad_views) - avg(own_views)) AS reading,
    exp(avg(ad_views) - avg(own_views)
        - 2.62 * (1.645 + 2.4 / least(count(ad_views), count(own_views)))
        * sqrt(var_samp(ad_views) / count(ad_views) + var_samp(own_views) / count(own_views))
    ) AS low,
    exp(avg(ad_views) - avg(own_views)
        + 2.62 * (1.645 + 2.4 / least(count(ad_views), count(own_views)))
        * sqrt(var_samp(ad_views) / count(ad_views) + var_samp(own_views) / count(own_views))
    ) AS high,
    least(count(ad_views), count(own_views)) AS basis,
    CASE
        WHEN count(sponsored) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
        WHEN count(ad_views) + count(own_views) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_words
GROUP BY account_id
