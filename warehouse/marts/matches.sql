-- One row per creator and record that is about them or is worth a look; a person's judgement beats the machine's.
-- creator_id: the creator
-- record_id: the record
-- probability: that the record is about this creator, by the machine
-- decision: match, review or rejected
-- judged_by: who decided; null: nobody yet
-- matched_on: the names that met
-- for: evidence for, as codes
-- against: evidence against, as codes
-- category: adverse category; null: nothing adverse was read
-- severity: 1 to 5
-- role: did, answered, suffered or named
-- words: the words of the record that made the category
-- adverse: whether something is held against somebody: not where a court cleared them or a fact-check calls it false
-- status: alleged, denied, confirmed, resolved or retracted, as the source itself says
-- status_said: the same as the record's words say
-- called_false: whether this is a fact-check that calls false what is said of the creator
-- role_words: the words around the name that made the role
-- same_text: record_id that stands for all records with nearly this text
-- affair: the affair that the record tells of, see marts.controversies; null: no category
-- source: who published it
-- source_kind: regulator, court, news, ...
-- url: where it can be read
-- title: its headline
-- text: its words (hostile input)
-- published_at: when
-- observed_at: when it was last seen
WITH judged AS (
    SELECT
        creator_id, record_id, arg_max(verdict, judged_at) AS verdict, arg_max(judged_by, judged_at) AS judged_by
    FROM stored.judgements
    WHERE subject = 'match' AND judged_at <= (SELECT as_of FROM facts.now) GROUP BY creator_id, record_id
),

latest AS (
    SELECT * FROM stored.records WHERE observed_at <= (SELECT as_of FROM facts.now)
    QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY observed_at DESC) = 1
)

SELECT
    m.creator_id, m.record_id, m.probability,
    CASE j.verdict WHEN 'confirmed' THEN 'match' WHEN 'rejected' THEN 'rejected' ELSE m.decision END AS decision,
    j.judged_by, m.matched_on, m."for", m.against, m.category, m.severity, m.role, m.words, m.adverse,
    r.status, m.status_said, m.called_false, m.role_words, m.same_text, m.affair, r.source, r.source_kind, r.url,
    r.title, r.text, r.published_at, r.observed_at
FROM stored.matches AS m
LEFT JOIN judged AS j ON j.creator_id = m.creator_id AND j.record_id = m.record_id
LEFT JOIN latest AS r ON r.record_id = m.record_id
WHERE m.as_of = (SELECT as_of FROM facts.now)
