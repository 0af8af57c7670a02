-- Every reading for its creator's dossier; where peers are too few, the published band, by whom and when.
WITH published AS (SELECT DISTINCT benchmark, source, date FROM config.benchmarks),

bands AS (
    SELECT b.account_id, b.signal, b.benchmark_low, b.benchmark_high, p.source AS benchmark_source, p.date AS benchmark_date
    FROM stored.readings AS b JOIN published AS p USING (benchmark)
    WHERE b.as_of = (SELECT as_of FROM facts.now)
)

SELECT
    r.creator_id, r.account_id, r.signal, r.outcome, r.reading, r.low, r.high, r.basis, r.percentile, r.peers, r.cohort,
    b.benchmark_low, b.benchmark_high, b.benchmark_source, b.benchmark_date
FROM marts.readings AS r
LEFT JOIN bands AS b ON b.account_id = r.account_id AND b.signal = r.signal
ORDER BY r.creator_id, r.account_id, r.family, r.signal
