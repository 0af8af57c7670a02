-- Every decision up to as_of with what became of it within 12 months, and why it can't be learnt from where it can't.
-- Decisions of creators that nobody knows, that contradict themselves, that lie later than the load that brought them,
-- that are younger than 12 months, or before which nothing had been observed, are kept here and left out there.
-- An incident without a date counts as one within the 12 months.
WITH accounts AS (
    SELECT account_id, arg_max(creator_id, observed_at) AS creator_id, min(observed_at) AS profiled_at
    FROM seen.accounts(getvariable('as_of')) GROUP BY account_id
),

posted AS (
    SELECT account_id, min(observed_at) AS posted_at FROM stored.posts
    WHERE observed_at <= getvariable('as_of') GROUP BY account_id
),

known AS (
    SELECT
        coalesce(a.creator_id, a.account_id) AS creator_id,
        min(a.profiled_at) AS profiled_at, min(p.posted_at) AS posted_at
    FROM accounts AS a LEFT JOIN posted AS p USING (account_id) GROUP BY 1
),

told AS (
    SELECT
        o.creator_id, o.decided_at,
        bool_or(o.incident) AS incident, min(o.incident_at) AS incident_at,
        count(DISTINCT o.incident) > 1 OR bool_or(NOT o.incident AND o.incident_at IS NOT NULL)
        OR coalesce(bool_or(o.incident_at::DATE < o.decided_at::DATE), FALSE) AS contradicts,
        coalesce(bool_or(greatest(o.decided_at, o.incident_at) > l.loaded_at), FALSE) AS ahead
    FROM stored.outcomes AS o
    LEFT JOIN ops.loads AS l USING (load_id)
    WHERE o.decided_at <= getvariable('as_of')
    GROUP BY o.creator_id, o.decided_at
)

SELECT
    t.creator_id, t.decided_at,
    t.incident AND coalesce(t.incident_at <= t.decided_at + to_days($days), TRUE) AS incident,
    t.incident AND t.incident_at IS NULL AS undated,
    CASE WHEN k.posted_at <= t.decided_at THEN greatest(k.profiled_at, k.posted_at) ELSE k.profiled_at END
        AS known_at,
    CASE
        WHEN c.creator_id IS NULL THEN 'unknown'
        WHEN t.contradicts THEN 'contradicting'
        WHEN t.ahead THEN 'ahead'
        WHEN t.decided_at + to_days($days) > getvariable('as_of') THEN 'young'
        WHEN k.profiled_at IS NULL OR k.profiled_at > t.decided_at THEN 'unseen'
    END AS left_out
FROM told AS t
LEFT JOIN seen.creators(getvariable('as_of')) AS c USING (creator_id)
LEFT JOIN known AS k USING (creator_id)
ORDER BY t.creator_id, t.decided_at
