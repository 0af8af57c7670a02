-- What the risk model may read: one row per creator and feature that was measured. A signal counts where it is worst
-- among the creator's accounts; a controversy by the probability that it is theirs times its severity.
WITH judged AS (
    SELECT creator_id, record_id, arg_max(verdict, judged_at) AS verdict
    FROM seen.judgements(getvariable('as_of')) WHERE subject = 'match' GROUP BY creator_id, record_id
),

controversies AS (
    SELECT
        m.creator_id,
        max(CASE j.verdict WHEN 'confirmed' THEN 1 WHEN 'rejected' THEN 0 ELSE m.probability END * m.severity)
            FILTER (m.decision = 'match' OR j.verdict = 'confirmed') AS reading
    FROM stored.matches AS m
    LEFT JOIN judged AS j USING (creator_id, record_id)
    LEFT JOIN seen.records(getvariable('as_of')) AS r USING (record_id)
    WHERE
        m.as_of = getvariable('as_of') AND m.category IS NOT NULL AND m.role <> 'suffered'
        AND r.status IS DISTINCT FROM 'retracted'
    GROUP BY m.creator_id
)

SELECT
    a.creator_id, r.signal,
    CASE s.polarity WHEN 'higher_is_worse' THEN max(r.reading) ELSE min(r.reading) END AS reading
FROM stored.readings AS r
JOIN facts.accounts AS a USING (account_id)
JOIN config.signals AS s USING (signal)
WHERE
    r.as_of = getvariable('as_of') AND r.outcome = 'measured'
    AND s.scored AND s.polarity IN ('higher_is_worse', 'lower_is_worse')
GROUP BY a.creator_id, r.signal, s.polarity
UNION ALL
SELECT creator_id, 'controversies', coalesce(reading, 0) FROM controversies
ORDER BY creator_id, signal
