-- What `vet screen` gives back: one row per creator and record, the evidence in words.
SELECT
    m.creator_id, m.record_id, m.probability, m.decision, m.name_score, m.matched_on,
    list_transform(m."for", lambda code: coalesce(w.words[code], code)) AS "for",
    list_transform(m.against, lambda code: coalesce(w.words[code], code)) AS against
FROM stored.matches AS m
CROSS JOIN (
    SELECT map(list(code ORDER BY code), list(CASE $lang WHEN 'fr' THEN fr ELSE en END ORDER BY code)) AS words
    FROM config.evidence_words
) AS w
WHERE m.as_of = getvariable('as_of') ORDER BY m.creator_id, m.record_id
