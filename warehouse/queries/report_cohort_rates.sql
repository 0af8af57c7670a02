-- What is usual: the median engagement (by followers; by views where none show) of the cohort that each account's own
-- reading names, and the published band where the peers are too few.
WITH rates AS (
    SELECT
        a.creator_id, a.account_id, a.platform, a.tier, a.category, r.signal, r.outcome, r.reading, r.cohort,
        r.benchmark_low, r.benchmark_high, r.benchmark,
        CASE WHEN a.followers IS NULL THEN 'views' ELSE 'followers' END AS rate_by
    FROM facts.accounts AS a
    JOIN stored.readings AS r USING (account_id)
    WHERE r.as_of = (SELECT as_of FROM facts.now) AND r.signal = concat('engagement_rate_by_', rate_by)
),

named AS (
    SELECT
        signal, reading,
        unnest([platform, platform || ', ' || tier, platform || ', ' || tier || ', ' || category]) AS cohort
    FROM rates WHERE outcome = 'measured'
),

usual AS (
    SELECT signal, cohort, median(reading) AS rate, count(*) AS peers
    FROM named WHERE cohort IS NOT NULL GROUP BY signal, cohort HAVING count(*) >= getvariable('min_peers')
),

published AS (
    SELECT DISTINCT signal, platform, benchmark, source, date FROM config.benchmarks
)

SELECT
    r.creator_id, r.account_id, r.rate_by, u.rate, u.cohort, u.peers, r.benchmark_low, r.benchmark_high,
    p.source AS benchmark_source, p.date AS benchmark_date
FROM rates AS r
LEFT JOIN usual AS u ON u.signal = r.signal AND u.cohort = r.cohort
LEFT JOIN published AS p ON p.signal = r.signal AND p.platform = r.platform AND p.benchmark = r.benchmark
ORDER BY r.creator_id, r.account_id
