-- Models that were promoted and not withdrawn since, the last promoted first.
SELECT m.model, m.kind, m.as_of, d.number, d.decided_at, d.decided_by, d.against, d.because
FROM (
    SELECT * FROM stored.model_decisions WHERE verdict <> 'kept'
    QUALIFY row_number() OVER (PARTITION BY model ORDER BY number DESC) = 1
) AS d
JOIN stored.models AS m USING (model)
WHERE d.verdict = 'promoted'
ORDER BY d.number DESC
