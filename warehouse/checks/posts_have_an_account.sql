-- warn: posts of accounts that no profile describes; they are kept, and seen once the account comes
SELECT DISTINCT p.account_id FROM stored.posts AS p ANTI JOIN stored.accounts AS a USING (account_id)
