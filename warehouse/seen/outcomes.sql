-- Every decision up to as_of; an incident after as_of has not happened yet.
CREATE OR REPLACE MACRO seen.outcomes(as_of) AS TABLE
SELECT * REPLACE (incident AND coalesce(incident_at <= as_of, true) AS incident)
FROM stored.outcomes WHERE decided_at <= as_of
