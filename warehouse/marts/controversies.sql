-- One row per creator and affair: records that tell of one matter, as far as their words and dates show. What a person
-- rejected is left out. Proposed, not judged: read the records.
-- creator_id: the creator
-- affair: record_id of the first record that told of it
-- category: the gravest adverse category among the records
-- severity: its severity, 1 (a matter of taste) to 5 (grave harm to people)
-- role: did, answered, suffered or named: the gravest that words around the name show; named where none do
-- adverse: whether anything stands: not where all were cleared, nor where a fact-check calls it false and no court or regulator says otherwise
-- status: the newest of confirmed, resolved and retracted by the source itself or by a source of standing .5 or more; else the newest of denied and alleged; null: nobody says
-- called_false: whether a fact-check calls it false
-- history: what was said when, oldest first: date, status (the source's own, else as its words say), called_false, source_kind, record_id
-- first_published: when the first record was published; null: none says
-- last_published: when the last one was
-- records: how many records
-- independent_sources: how many sources, copies of one text counted as their first
-- standing: how far the best of the sources is believed, 0-1, from config/taxonomy.toml
-- probability: that the likeliest of the records is about this creator; 1 where a person confirmed it
-- weight: 0-1, the most that one adverse, not retracted record weighs in which the creator did not suffer: 0 where their role in the affair is suffered; severity / 5, times .5 per half life of its category since it was published (seen, where it doesn't say), times standing, times probability
-- decision: match where any record is one, else review
-- record_ids: the records, oldest first
WITH told AS (
    SELECT
        m.*, coalesce(m.published_at, m.observed_at) AS day, coalesce(m.status, m.status_said) AS said,
        coalesce(s.standing, 0) AS standing, t.half_life_days,
        CASE WHEN m.judged_by IS NOT NULL AND m.decision = 'match' THEN 1 ELSE m.probability END AS theirs,
        min_by(m.source, (coalesce(m.published_at, m.observed_at), m.record_id))
            OVER (PARTITION BY m.creator_id, m.affair, m.same_text) AS first_source
    FROM marts.matches AS m
    LEFT JOIN config.standing AS s USING (source_kind)
    LEFT JOIN config.taxonomy AS t USING (category)
    WHERE m.affair IS NOT NULL AND m.decision <> 'rejected'
),

weighed AS (
    SELECT
        *,
        said IN ('confirmed', 'resolved', 'retracted') AND (status IS NOT NULL OR standing >= 0.5) AS settled,
        adverse AND role <> 'suffered' AND said IS DISTINCT FROM 'retracted' AS held,
        severity / 5 * theirs * standing * coalesce(
            0.5 ^ (greatest(epoch((SELECT as_of FROM facts.now) - day), 0) / 86400 / half_life_days), 1
        ) AS weighs
    FROM told
),

grouped AS (
    SELECT
        creator_id, affair,
        arg_max(category, (adverse, severity, category)) AS category, arg_max(severity, (adverse, severity)) AS severity,
        list_extract(['did', 'answered', 'suffered', 'named'], min(CASE role
            WHEN 'did' THEN 1 WHEN 'answered' THEN 2 WHEN 'suffered' THEN 3 ELSE 4 END)) AS role,
        bool_or(adverse)
        AND (NOT bool_or(called_false) OR bool_or(adverse AND source_kind IN ('court', 'regulator'))) AS adverse,
        arg_max(said, (settled, day, record_id)) FILTER (said IS NOT NULL) AS status,
        bool_or(called_false) AS called_false,
        list({'date': day, 'status': said, 'called_false': called_false, 'source_kind': source_kind, 'record_id': record_id}
            ORDER BY day, record_id) AS history,
        min(published_at) AS first_published, max(published_at) AS last_published, count(*) AS records,
        count(DISTINCT first_source) AS independent_sources, max(standing) AS standing, max(theirs) AS probability,
        coalesce(max(weighs) FILTER (held), 0) AS weighs,
        CASE WHEN bool_or(decision = 'match') THEN 'match' ELSE 'review' END AS decision,
        list(record_id ORDER BY day, record_id) AS record_ids
    FROM weighed GROUP BY creator_id, affair
)

SELECT
    creator_id, affair, category, severity, role, adverse, status, called_false, history, first_published,
    last_published, records, independent_sources, standing, probability,
    CASE WHEN adverse AND role <> 'suffered' THEN least(six_figures(weighs), 1) ELSE 0 END AS weight, decision, record_ids
FROM grouped
ORDER BY creator_id, weight DESC, affair
