-- One row per recommendation that a person decided: what was proposed then, what was decided, and what became of it.
-- creator_id: the creator
-- decided_at: when, UTC
-- decided_by: who
-- decided: proceed, review or decline
-- reason: why
-- proposed: what the last report before it proposed; null where there was none
-- differs: whether the person decided otherwise; null where nothing was proposed
-- because: ids of the findings that the proposal rested on
-- run_id: the run that proposed it
-- proposed_as_of: nothing later was seen in that run
-- incident: whether an incident followed; null until an outcome says so
-- incident_at: when that happened, UTC
-- kind: what kind of incident
WITH decided AS (
    SELECT
        creator_id, judged_at, judged_by, verdict, reason,
        lead(judged_at) OVER (PARTITION BY creator_id ORDER BY judged_at) AS until
    FROM stored.judgements WHERE subject = 'recommendation'
),

proposed AS (
    SELECT d.creator_id, d.judged_at, arg_max(p, {'as_of': p.as_of, 'at': p.proposed_at, 'run': p.run_id}) AS p
    FROM (SELECT DISTINCT creator_id, judged_at FROM decided) AS d
    JOIN stored.proposals AS p
        ON p.creator_id = d.creator_id AND p.as_of <= d.judged_at AND coalesce(p.proposed_at, p.as_of) <= d.judged_at
    GROUP BY d.creator_id, d.judged_at
),

followed AS (
    SELECT d.creator_id, d.judged_at, arg_min(o, o.decided_at) AS o
    FROM decided AS d
    JOIN stored.outcomes AS o
        ON o.creator_id = d.creator_id AND o.decided_at >= date_trunc('day', d.judged_at)
        AND (o.decided_at < date_trunc('day', d.until) OR d.until IS NULL)
    GROUP BY d.creator_id, d.judged_at
)

SELECT
    d.creator_id, d.judged_at AS decided_at, d.judged_by AS decided_by, d.verdict AS decided, d.reason,
    p.p['decision'] AS proposed, p.p['decision'] <> d.verdict AS differs, p.p['because'] AS because,
    p.p['run_id'] AS run_id, p.p['as_of'] AS proposed_as_of,
    f.o['incident'] AS incident, f.o['incident_at'] AS incident_at, f.o['kind'] AS kind
FROM decided AS d
LEFT JOIN proposed AS p USING (creator_id, judged_at)
LEFT JOIN followed AS f USING (creator_id, judged_at)
ORDER BY d.judged_at, d.creator_id, d.judged_by
