-- What the risk model may read: one row per creator and feature that was measured. A signal counts where it is worst
-- among the creator's accounts; controversies as the affairs that are theirs weigh together, each by its heaviest record,
-- see marts.controversies: severity / 5, times decay, standing of the source and probability. What they suffered, what
-- was retracted, what clears them and what a fact-check calls false weigh nothing, nor does what is only worth a look.
WITH judged AS (
    SELECT creator_id, record_id, arg_max(verdict, judged_at) AS verdict
    FROM seen.judgements(getvariable('as_of')) WHERE subject = 'match' GROUP BY creator_id, record_id
),

told AS (
    SELECT
        m.creator_id, m.affair, m.role, m.adverse, m.called_false, m.severity, r.source_kind,
        coalesce(r.status, m.status_said) AS said, coalesce(s.standing, 0) AS standing, t.half_life_days,
        coalesce(j.verdict = 'confirmed', m.decision = 'match') AS theirs,
        CASE WHEN j.verdict = 'confirmed' THEN 1 ELSE m.probability END AS probability,
        greatest(epoch(getvariable('as_of') - coalesce(r.published_at, r.observed_at)), 0) / 86400 AS days
    FROM stored.matches AS m
    LEFT JOIN judged AS j USING (creator_id, record_id)
    LEFT JOIN seen.records(getvariable('as_of')) AS r USING (record_id)
    LEFT JOIN config.standing AS s ON s.source_kind = r.source_kind
    LEFT JOIN config.taxonomy AS t ON t.category = m.category
    WHERE m.as_of = getvariable('as_of') AND m.category IS NOT NULL AND j.verdict IS DISTINCT FROM 'rejected'
),

within AS (
    SELECT
        *,
        coalesce(bool_or(called_false) OVER affair, FALSE)
        AND NOT bool_or(adverse AND source_kind IN ('court', 'regulator')) OVER affair AS refuted,
        bool_or(role = 'suffered') OVER affair AND NOT bool_or(role IN ('did', 'answered')) OVER affair AS endured
    FROM told WINDOW affair AS (PARTITION BY creator_id, affair)
),

affairs AS (
    SELECT
        creator_id, affair,
        max(severity / 5 * probability * standing * coalesce(0.5 ^ (days / half_life_days), 1)) FILTER (
            theirs AND adverse AND role <> 'suffered' AND said IS DISTINCT FROM 'retracted'
            AND NOT refuted AND NOT endured
        ) AS weight
    FROM within GROUP BY creator_id, affair
),

-- Whoever was looked for and not found has none; where there are no records, nobody was looked for.
controversies AS (
    SELECT creator_id, coalesce(sum(weight ORDER BY affair), 0) AS reading
    FROM (
        SELECT creator_id FROM facts.accounts WHERE EXISTS (FROM seen.records(getvariable('as_of')))
        UNION SELECT creator_id FROM affairs
    ) LEFT JOIN affairs USING (creator_id)
    GROUP BY creator_id
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
SELECT creator_id, 'controversies', six_figures(reading) FROM controversies
ORDER BY creator_id, signal
