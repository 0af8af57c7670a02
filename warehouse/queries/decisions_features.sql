-- What was known at the cut of each decision (`decided`: row, cut, creator_id), one row per decision and feature.
SELECT d.row, f.signal, f.reading
FROM decided AS d JOIN stored.features_at AS f ON f.cut = d.cut AND f.creator_id = d.creator_id
ORDER BY d.row, f.signal
