-- Every match and every record to look at, with its words, for its creator's dossier. status_by: `source` where the
-- source itself gives the status, `words` where its text reads so; copies: how many of the creator's other records have
-- nearly the same text; alike: whether the name is the same and nothing tells the bearers apart.
SELECT
    m.creator_id, m.record_id, m.probability, m.decision, m.category,
    CASE $lang WHEN 'fr' THEN t.label_fr ELSE t.label_en END AS category_label,
    m.severity, m.role, m.role_words, coalesce(m.adverse, FALSE) AS adverse,
    coalesce(m.called_false, FALSE) AS called_false, coalesce(m.status, m.status_said) AS status,
    CASE WHEN m.status IS NOT NULL THEN 'source' WHEN m.status_said IS NOT NULL THEN 'words' END AS status_by,
    m.affair, CASE WHEN m.same_text IS NULL THEN 0
    ELSE count(*) OVER (PARTITION BY m.creator_id, m.same_text) - 1 END AS copies,
    m.source, m.source_kind, s.standing, strftime(m.published_at, '%Y-%m-%dT%H:%M:%SZ') AS published_at,
    m.url, m.title, m.text, m.matched_on, coalesce(list_contains(m.against, 'nothing_beyond_name'), FALSE) AS alike,
    list_transform(m."for", lambda code: coalesce(w.words[code], code)) AS "for",
    list_transform(m.against, lambda code: coalesce(w.words[code], code)) AS against
FROM marts.matches AS m
LEFT JOIN config.taxonomy AS t USING (category)
LEFT JOIN config.standing AS s USING (source_kind)
CROSS JOIN (
    SELECT map(list(code ORDER BY code), list(CASE $lang WHEN 'fr' THEN fr ELSE en END ORDER BY code)) AS words
    FROM config.evidence_words
) AS w
WHERE m.decision <> 'rejected'
ORDER BY m.creator_id, m.category IS NULL, m.severity DESC, m.probability DESC, m.record_id
