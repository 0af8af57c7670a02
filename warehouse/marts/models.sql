-- One row per risk model: what it learnt from, how well it ranked what it had not seen, and whether it scores.
-- model: hash of the model
-- kind: default (trained on made-up worlds) or own (trained on the outcomes of this warehouse)
-- state: champion (it scores), replaced (promoted earlier), withdrawn, challenger (it never scored), or default (it scores where no champion can)
-- as_of: nothing later was seen when it was trained
-- trained_at: when, UTC
-- decisions: how many it learnt from
-- incidents: how many of them ended in an incident
-- auc: how well it ranked decisions that it had not seen; null where its card doesn't say
-- auc_low: lower end of the 90 % interval
-- auc_high: upper end
-- since: when its state was decided, UTC; null where nobody has decided
-- by: who decided
-- because: why
WITH last AS (
    SELECT
        model,
        arg_max(verdict, number) FILTER (verdict <> 'kept') AS verdict,
        max(number) FILTER (verdict <> 'kept') AS number,
        arg_max({'at': decided_at, 'who': decided_by, 'why': because}, number) AS said
    FROM stored.model_decisions GROUP BY model
)

SELECT
    m.model, m.kind,
    CASE
        WHEN l.verdict = 'withdrawn' THEN 'withdrawn'
        WHEN l.verdict = 'promoted' AND l.number = (SELECT max(number) FROM last WHERE verdict = 'promoted')
            THEN 'champion'
        WHEN l.verdict = 'promoted' THEN 'replaced'
        WHEN m.kind = 'default' THEN 'default'
        ELSE 'challenger'
    END AS state,
    m.as_of, m.trained_at, m.decisions, m.incidents,
    (m.about ->> '$.metrics.auc.value')::DOUBLE AS auc,
    (m.about ->> '$.metrics.auc.low')::DOUBLE AS auc_low,
    (m.about ->> '$.metrics.auc.high')::DOUBLE AS auc_high,
    l.said['at'] AS since, l.said['who'] AS "by", l.said['why'] AS because
FROM stored.models AS m
LEFT JOIN last AS l USING (model)
ORDER BY l.number DESC NULLS LAST, m.as_of DESC, m.model
