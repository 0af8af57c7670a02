-- Every affair with what the dossier says of it; of its history, the records with which what is said changed.
WITH said AS (
    SELECT
        c.creator_id, c.affair, h.*,
        (h.status, h.called_false) IS NOT DISTINCT FROM lag((h.status, h.called_false)) OVER affair AS again
    FROM marts.controversies AS c CROSS JOIN unnest(c.history) WITH ORDINALITY AS u (h, place)
    WHERE h.status IS NOT NULL OR h.called_false
    WINDOW affair AS (PARTITION BY c.creator_id, c.affair ORDER BY u.place)
),

turned AS (
    SELECT
        creator_id, affair,
        list({
            'date': strftime(date, '%Y-%m-%dT%H:%M:%SZ'), 'status': status, 'called_false': called_false,
            'source_kind': source_kind, 'record_id': record_id
        } ORDER BY date, record_id) AS history
    FROM said WHERE NOT again GROUP BY creator_id, affair
)

SELECT
    c.creator_id, c.affair, c.category, CASE $lang WHEN 'fr' THEN t.label_fr ELSE t.label_en END AS category_label,
    c.severity, c.role, c.adverse, c.status, c.called_false, coalesce(h.history, []) AS history,
    strftime(c.first_published, '%Y-%m-%dT%H:%M:%SZ') AS first_published,
    strftime(c.last_published, '%Y-%m-%dT%H:%M:%SZ') AS last_published,
    c.records, c.independent_sources, c.standing, c.probability, c.weight, c.decision
FROM marts.controversies AS c
LEFT JOIN config.taxonomy AS t USING (category)
LEFT JOIN turned AS h ON h.creator_id = c.creator_id AND h.affair = c.affair
ORDER BY c.creator_id, c.decision <> 'match', c.weight DESC, c.last_published DESC, c.affair
