-- One row per creator and feature of the risk model; base + contributions = log-odds.
-- creator_id: the creator
-- signal: the feature
-- contribution: what it adds to the log-odds
-- reading: the reading that it stands on
SELECT creator_id, signal, contribution, reading
FROM stored.drivers WHERE as_of = (SELECT as_of FROM facts.now)
