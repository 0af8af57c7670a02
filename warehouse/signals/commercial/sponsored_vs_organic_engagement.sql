-- Interactions of sponsored posts to those of the others: ratio of geometric means, each post to the followers of its
-- day, with a 90 % interval; 1.645 + 2.4 / n is Student's t to within 0.06,
-- widened 2.62 times because ads often come in a row and neighbouring posts do alike (lag-1 autocorrelation .745).
SELECT
    account_id,
    exp(avg(ad_interactions) - avg(own_interactions)) AS reading,
    exp(avg(ad_interactions) - avg(own_interactions)
        - 2.62 * (1.645 + 2.4 / least(count(ad_interactions), count(own_interactions)))
        * sqrt(var_samp(ad_interactions) / count(ad_interactions) + var_samp(own_interactions) / count(own_interactions))
    ) AS low,
    exp(avg(ad_interactions) - avg(own_interactions)
        + 2.62 * (1.645 + 2.4 / least(count(ad_interactions), count(own_interactions)))
        * sqrt(var_samp(ad_interactions) / count(ad_interactions) + var_samp(own_interactions) / count(own_interactions))
    ) AS high,
    least(count(ad_interactions), count(own_interactions)) AS basis,
    CASE
        WHEN count(sponsored) = 0 THEN 'not_available'
        WHEN count(*) FILTER (sponsored) = 0 THEN 'not_applicable'
        WHEN count(log_likes) = 0 THEN 'hidden'
        WHEN count(ad_interactions) + count(own_interactions) = 0 THEN 'not_available'
    END AS silence
FROM facts.post_words
GROUP BY account_id
