-- What moves each creator's score, most first.
SELECT creator_id, signal, contribution, reading FROM marts.drivers
ORDER BY creator_id, abs(contribution) DESC, signal
