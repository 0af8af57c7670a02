-- Every decision up to as_of; an incident after as_of has not happened yet, and nothing is known of it.
CREATE OR REPLACE MACRO seen.outcomes(as_of) AS TABLE
SELECT * REPLACE (
    incident AND coalesce(incident_at <= as_of, true) AS incident,
    CASE WHEN incident_at <= as_of THEN incident_at END AS incident_at,
    CASE WHEN incident_at <= as_of OR incident_at IS NULL THEN kind END AS kind
)
FROM stored.outcomes WHERE decided_at <= as_of
