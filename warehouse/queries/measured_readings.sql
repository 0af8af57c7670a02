-- What `vet measure` gives back: one row per account and signal.
SELECT account_id, signal, outcome, reading, low, high, basis, percentile, peers
FROM stored.readings WHERE as_of = getvariable('as_of') ORDER BY account_id, signal
