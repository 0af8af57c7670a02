-- The signals of which anything was said at as_of, be it that it is not known.
SELECT DISTINCT signal FROM stored.readings WHERE as_of = getvariable('as_of') ORDER BY signal
