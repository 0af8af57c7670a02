-- One row per creator and run: what that run's report told, beside the last report before it. Whose recommendation got
-- worse: SELECT * FROM marts.changes WHERE latest AND worse.
-- creator_id: the creator
-- as_of: nothing later was seen
-- run_id: the run, see ops.runs
-- latest: whether it is the creator's last report: the latest as_of, and of several the one proposed last
-- decision: proceed, review or decline
-- earlier_as_of: of the report before; null, as all of it, where this was the first
-- earlier_run_id: its run
-- earlier_decision: what it proposed
-- worse: whether the recommendation got worse: from proceed to review or decline, from review to decline
-- better: whether it got better
-- decided: what a person decided after the earlier as_of and up to this one, the last of it; null where nobody did
-- findings_new: ids of findings that the earlier report did not hold; null where one of both reports kept no findings
-- findings_gone: ids of findings that only the earlier report held
-- kinds_changed: ids of findings of another kind than then, such as a problem that is a strength
-- inflation: estimated share of the followers that are not real people, of the account where it is highest
-- earlier_inflation: the same in the earlier report
-- inflation_beyond: whether the two 90 % intervals lie apart; null where one is missing or speaks for another account
-- risk: score, 0-100
-- earlier_risk: the same in the earlier report
-- same_model: whether one model gave both scores; where not, they can't be compared
-- risk_beyond: whether the two 90 % intervals lie apart; null where one is missing or another model gave one of them
WITH told AS (
    SELECT
        creator_id, as_of, run_id, decision, coalesce(proposed_at, as_of) AS told_at,
        list_position(['proceed', 'review', 'decline'], decision) AS rank, findings,
        list_transform(findings, lambda one: one.id) AS ids,
        list_transform(findings, lambda one: concat(one.id, ' ', one.kind)) AS kinds,
        list_filter(numbers, lambda one: one.name = 'audience_inflation')[1] AS inflation,
        list_filter(numbers, lambda one: one.name = 'risk')[1] AS risk
    FROM stored.proposals
),

pairs AS (
    SELECT p.creator_id, p.run_id, arg_max(e.run_id, {'as_of': e.as_of, 'at': e.told_at, 'run': e.run_id}) AS earlier
    FROM told AS p
    JOIN (SELECT run_id, min(told_at) AS told_at FROM told GROUP BY run_id) AS r USING (run_id)
    JOIN told AS e ON e.creator_id = p.creator_id AND e.as_of < p.as_of AND e.told_at <= r.told_at
    GROUP BY p.creator_id, p.run_id
),

said AS (
    SELECT p.creator_id, p.run_id, arg_max(j.verdict, {'at': j.judged_at, 'by': j.judged_by}) AS decided
    FROM told AS p
    JOIN pairs AS b USING (creator_id, run_id)
    JOIN told AS e ON e.creator_id = b.creator_id AND e.run_id = b.earlier
    JOIN stored.judgements AS j
        ON j.creator_id = p.creator_id AND j.subject = 'recommendation' AND j.judged_at > e.as_of
        AND j.judged_at <= p.as_of
    GROUP BY p.creator_id, p.run_id
)

SELECT
    p.creator_id, p.as_of, p.run_id,
    row_number() OVER (PARTITION BY p.creator_id ORDER BY p.as_of DESC, p.told_at DESC, p.run_id DESC) = 1 AS latest,
    p.decision, e.as_of AS earlier_as_of, e.run_id AS earlier_run_id, e.decision AS earlier_decision,
    p.rank > e.rank AS worse, p.rank < e.rank AS better, s.decided,
    CASE WHEN e.ids IS NOT NULL THEN list_filter(p.ids, lambda id: NOT list_contains(e.ids, id)) END AS findings_new,
    CASE WHEN p.ids IS NOT NULL THEN list_filter(e.ids, lambda id: NOT list_contains(p.ids, id)) END AS findings_gone,
    CASE WHEN e.ids IS NOT NULL THEN list_transform(
        list_filter(p.findings, lambda one:
            list_contains(e.ids, one.id) AND NOT list_contains(e.kinds, concat(one.id, ' ', one.kind))),
        lambda one: one.id
    ) END AS kinds_changed,
    p.inflation['value'] AS inflation, e.inflation['value'] AS earlier_inflation,
    CASE WHEN p.inflation['account_id'] = e.inflation['account_id']
        THEN p.inflation['low'] > e.inflation['high'] OR p.inflation['high'] < e.inflation['low'] END AS inflation_beyond,
    p.risk['value'] AS risk, e.risk['value'] AS earlier_risk, now.model = before.model AS same_model,
    CASE WHEN now.model = before.model
        THEN p.risk['low'] > e.risk['high'] OR p.risk['high'] < e.risk['low'] END AS risk_beyond
FROM told AS p
LEFT JOIN pairs AS b USING (creator_id, run_id)
LEFT JOIN told AS e ON e.creator_id = b.creator_id AND e.run_id = b.earlier
LEFT JOIN said AS s ON s.creator_id = p.creator_id AND s.run_id = p.run_id
LEFT JOIN ops.runs AS now ON now.run_id = p.run_id
LEFT JOIN ops.runs AS before ON before.run_id = e.run_id
ORDER BY p.creator_id, p.as_of, p.told_at, p.run_id
