-- What `vet score` gives back: one row per creator.
SELECT creator_id, outcome, score, low, high, probability, band, model
FROM stored.scores WHERE as_of = getvariable('as_of') ORDER BY creator_id
