-- One row per creator: the risk score as of now.
-- creator_id: the creator
-- outcome: measured, not_enough_data or error
-- score: 0-100
-- probability: of an incident within 12 months, by the model's calibration
-- low: lower end of the 90 % interval of the score
-- high: upper end
-- band: low, medium or high
-- base: log-odds before any driver
-- model: hash of the model
SELECT creator_id, outcome, score, probability, low, high, band, base, model
FROM stored.scores WHERE as_of = (SELECT as_of FROM facts.now)
