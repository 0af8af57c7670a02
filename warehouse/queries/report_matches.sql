-- Every match and every record to look at, with its words, for its creator's dossier.
SELECT
    m.creator_id, m.record_id, m.probability, m.decision, m.category,
    CASE $lang WHEN 'fr' THEN t.label_fr ELSE t.label_en END AS category_label,
    m.severity, m.role, m.status, m.source, m.source_kind, strftime(m.published_at, '%Y-%m-%dT%H:%M:%SZ') AS published_at,
    m.url, m.title, m.text, m.matched_on,
    list_transform(m."for", lambda code: coalesce(w.words[code], code)) AS "for",
    list_transform(m.against, lambda code: coalesce(w.words[code], code)) AS against
FROM marts.matches AS m
LEFT JOIN config.taxonomy AS t USING (category)
CROSS JOIN (
    SELECT map(list(code ORDER BY code), list(CASE $lang WHEN 'fr' THEN fr ELSE en END ORDER BY code)) AS words
    FROM config.evidence_words
) AS w
WHERE m.decision <> 'rejected'
ORDER BY m.creator_id, m.category IS NULL, m.severity DESC, m.probability DESC, m.record_id
