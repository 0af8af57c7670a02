-- Every score for its creator's dossier.
SELECT creator_id, outcome, score, probability, low, high, band, base FROM marts.scores ORDER BY creator_id
