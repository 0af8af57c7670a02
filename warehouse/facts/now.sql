-- The one time as of which all facts, signals and marts speak.
-- as_of: nothing later was seen
SELECT getvariable('as_of') AS as_of
