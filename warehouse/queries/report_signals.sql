-- Every reading for its creator's dossier; where peers are too few, the published band, by whom and when. lower: how many
-- others of the named cohort read lower, ties counted half; the percentile is drawn towards the wider cohorts, this is not.
WITH published AS (SELECT DISTINCT benchmark, source, date FROM config.benchmarks),

bands AS (
    SELECT b.account_id, b.signal, b.benchmark_low, b.benchmark_high, p.source AS benchmark_source, p.date AS benchmark_date
    FROM stored.readings AS b JOIN published AS p USING (benchmark)
    WHERE b.as_of = (SELECT as_of FROM facts.now)
),

named AS (
    SELECT
        r.account_id, r.signal, r.reading,
        unnest([a.platform, a.platform || ', ' || a.tier, a.platform || ', ' || a.tier || ', ' || a.category]) AS cohort
    FROM marts.readings AS r JOIN facts.accounts AS a USING (account_id)
    WHERE r.outcome = 'measured'
),

placed AS (
    SELECT
        account_id, signal, cohort,
        rank() OVER (PARTITION BY signal, cohort ORDER BY reading) - 1
        + (count(*) OVER (PARTITION BY signal, cohort, reading) - 1) / 2 AS lower
    FROM named WHERE cohort IS NOT NULL
)

SELECT
    r.creator_id, r.account_id, r.signal, r.outcome, r.reading, r.low, r.high, r.basis, r.percentile, r.peers, r.cohort,
    CASE WHEN r.percentile IS NOT NULL THEN p.lower END AS lower,
    b.benchmark_low, b.benchmark_high, b.benchmark_source, b.benchmark_date
FROM marts.readings AS r
LEFT JOIN bands AS b ON b.account_id = r.account_id AND b.signal = r.signal
LEFT JOIN placed AS p ON p.account_id = r.account_id AND p.signal = r.signal AND p.cohort = r.cohort
ORDER BY r.creator_id, r.account_id, r.family, r.signal
