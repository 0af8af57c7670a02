-- Platform, tier and language at the cut of each decision (`decided`), in its order; null where the creator was not seen.
SELECT d.row, c.platform, c.tier, c.language
FROM decided AS d LEFT JOIN stored.creators_at AS c ON c.cut = d.cut AND c.creator_id = d.creator_id
ORDER BY d.row
