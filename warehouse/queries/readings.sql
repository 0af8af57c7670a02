-- Raw readings of every account and signal -> outcome, and place among peers: platform x tier x category, and the wider
-- cohort where fewer than min_peers of one were measured. Six significant figures: sums over several threads differ in
-- their last bits, and the same data must give the same reading.
WITH raw AS (
    SELECT
        account_id, signal, basis, silence,
        six_figures(reading) AS reading, six_figures(low) AS low, six_figures(high) AS high
    FROM temp.raw_readings
),

judged AS (
    SELECT
        a.account_id, s.signal, a.platform, a.tier, a.category, r.reading, r.low, r.high, r.basis,
        CASE
            WHEN NOT list_contains(s.platforms, a.platform) THEN 'not_available'
            WHEN list_contains($failed, s.signal) THEN 'error'
            WHEN r.signal IS NULL THEN 'not_available'
            WHEN r.silence IS NOT NULL THEN r.silence
            WHEN r.basis IS NULL OR r.basis < s.minimum_basis THEN 'not_enough_data'
            WHEN r.reading IS NULL OR NOT isfinite(r.reading) THEN 'not_enough_data'
            ELSE 'measured'
        END AS outcome
    FROM facts.accounts AS a
    CROSS JOIN config.signals AS s
    LEFT JOIN raw AS r ON r.account_id = a.account_id AND r.signal = s.signal
),

measured AS (
    SELECT
        account_id, signal, reading, platform, tier, category,
        count(*) OVER narrow AS n1, rank() OVER (narrow ORDER BY reading) AS r1,
        count(*) OVER (PARTITION BY signal, platform, tier, category, reading) AS t1,
        count(*) OVER middle AS n2, rank() OVER (middle ORDER BY reading) AS r2,
        count(*) OVER (PARTITION BY signal, platform, tier, reading) AS t2,
        count(*) OVER wide AS n3, rank() OVER (wide ORDER BY reading) AS r3,
        count(*) OVER (PARTITION BY signal, platform, reading) AS t3
    FROM judged WHERE outcome = 'measured'
    WINDOW
        narrow AS (PARTITION BY signal, platform, tier, category),
        middle AS (PARTITION BY signal, platform, tier),
        wide AS (PARTITION BY signal, platform)
),

placed AS (
    SELECT
        account_id, signal,
        CASE
            WHEN n1 >= getvariable('min_peers') AND category IS NOT NULL AND tier IS NOT NULL
                THEN {'r': r1, 't': t1, 'n': n1, 'cohort': concat_ws(', ', platform, tier, category)}
            WHEN n2 >= getvariable('min_peers') AND tier IS NOT NULL
                THEN {'r': r2, 't': t2, 'n': n2, 'cohort': concat_ws(', ', platform, tier)}
            ELSE {'r': r3, 't': t3, 'n': n3, 'cohort': platform}
        END AS p
    FROM measured
)

SELECT
    j.account_id, j.signal, j.outcome,
    CASE WHEN j.outcome = 'measured' THEN j.reading END AS reading,
    CASE WHEN j.outcome = 'measured' AND isfinite(j.low) THEN j.low END AS low,
    CASE WHEN j.outcome = 'measured' AND isfinite(j.high) THEN j.high END AS high,
    coalesce(j.basis, 0) AS basis,
    CASE WHEN p.p.n > 1 THEN (p.p.r - 1 + (p.p.t - 1) / 2) / (p.p.n - 1) END AS percentile,
    p.p.n AS peers,
    p.p.cohort AS cohort
FROM judged AS j
LEFT JOIN placed AS p ON p.account_id = j.account_id AND p.signal = j.signal
ORDER BY j.account_id, j.signal
