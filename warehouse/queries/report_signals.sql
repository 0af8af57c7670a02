-- Every reading for its creator's dossier.
SELECT
    r.creator_id, r.account_id, r.signal, r.outcome, r.reading, r.low, r.high, r.basis, r.percentile, r.peers, r.cohort
FROM marts.readings AS r
ORDER BY r.creator_id, r.account_id, r.family, r.signal
