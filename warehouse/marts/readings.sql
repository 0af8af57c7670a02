-- One row per account and signal: what was measured as of now, or why not.
-- account_id: the account
-- creator_id: whose it is
-- signal: its name
-- family: the folder that it lies in
-- label: what it is called
-- unit: share, ratio, change, per_week, days or spread
-- polarity: which direction is worse
-- outcome: measured, not_enough_data, not_available, hidden, not_applicable or error
-- reading: the value; null unless measured
-- low: lower end of the 90 % interval, where it has one
-- high: upper end
-- basis: how many rows it stands on
-- percentile: place among the peers, 0-1
-- peers: how many those are, this one included
-- cohort: who they are
SELECT
    r.account_id, a.creator_id, r.signal, s.family, s.label, s.unit, s.polarity, r.outcome, r.reading, r.low, r.high,
    r.basis, r.percentile, r.peers, r.cohort
FROM stored.readings AS r
JOIN config.signals AS s USING (signal)
JOIN facts.accounts AS a USING (account_id)
WHERE r.as_of = (SELECT as_of FROM facts.now)
