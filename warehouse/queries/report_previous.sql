-- What the report before this one told of each creator: of those as of an earlier time the latest, and of several as of
-- one time the one proposed last. A run that is repeated is held against the same report as the first time: what was
-- proposed after it first was is not before it. marts.changes pairs reports by the same rule.
WITH this AS (SELECT min(proposed_at) AS proposed_at FROM stored.proposals WHERE run_id = $run),

before AS (
    SELECT
        p.creator_id,
        arg_max(p.run_id, {'as_of': p.as_of, 'at': coalesce(p.proposed_at, p.as_of), 'run': p.run_id}) AS run_id
    FROM stored.proposals AS p CROSS JOIN this
    WHERE
        p.as_of < getvariable('as_of')
        AND (this.proposed_at IS NULL OR coalesce(p.proposed_at, p.as_of) <= this.proposed_at)
    GROUP BY p.creator_id
)

SELECT
    p.creator_id, strftime(p.as_of, '%Y-%m-%dT%H:%M:%SZ') AS as_of, p.run_id, p.decision,
    p.findings, p.affairs, p.numbers, p.band, p.readings, p.coverage, r.code, r.config, r.model
FROM stored.proposals AS p
JOIN before USING (creator_id, run_id)
LEFT JOIN ops.runs AS r USING (run_id)
ORDER BY p.creator_id
