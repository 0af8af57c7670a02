-- What people had decided by as_of.
CREATE OR REPLACE MACRO seen.judgements(as_of) AS TABLE
SELECT * FROM stored.judgements WHERE judged_at <= as_of
