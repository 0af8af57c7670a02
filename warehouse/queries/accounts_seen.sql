-- Every account as it was last known at as_of, as far as it tells who is behind it.
SELECT
    account_id, platform, creator_id, handle, display_name, country, language, category, created_at, observed_at
FROM seen.accounts_known(getvariable('as_of')) ORDER BY account_id
