-- fail: base + contributions = log-odds, to 1e-9
SELECT s.creator_id
FROM marts.scores AS s
LEFT JOIN (SELECT creator_id, sum(contribution) AS moved FROM marts.drivers GROUP BY creator_id) AS d USING (creator_id)
WHERE s.outcome = 'measured' AND abs(s.base + coalesce(d.moved, 0) - ln(s.probability / (1 - s.probability))) > 1e-9
