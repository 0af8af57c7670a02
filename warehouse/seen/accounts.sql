-- Every observation of an account up to as_of.
CREATE OR REPLACE MACRO seen.accounts(as_of) AS TABLE
SELECT * FROM stored.accounts WHERE observed_at <= as_of
