-- Standard deviation of the pauses between posts by their mean: 0 is a clock, 1 is chance; silent where a tenth have no date.
SELECT
    account_id,
    stddev_samp(gap_days) FILTER (posted_at IS NOT NULL)
        / nullif(avg(gap_days) FILTER (posted_at IS NOT NULL), 0) AS reading,
    count(gap_days) FILTER (posted_at IS NOT NULL) AS basis,
    CASE
        WHEN count(posted_at) = 0 THEN 'not_available'
        WHEN count(posted_at) < 0.9 * count(*) THEN 'not_enough_data'
    END AS silence
FROM facts.recent_posts
GROUP BY account_id
