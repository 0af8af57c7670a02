-- Every account as it was last known at as_of: the last value of each field that a source gave.
CREATE OR REPLACE MACRO seen.accounts_known(as_of) AS TABLE
SELECT
    account_id,
    arg_max(creator_id, observed_at) AS creator_id,
    arg_max(platform, observed_at) AS platform,
    arg_max(handle, observed_at) AS handle,
    arg_max(display_name, observed_at) AS display_name,
    arg_max(bio, observed_at) AS bio,
    arg_max(url, observed_at) AS url,
    arg_max(country, observed_at) AS country,
    arg_max(language, observed_at) AS language,
    arg_max(category, observed_at) AS category,
    arg_max(created_at, observed_at) AS created_at,
    arg_max(verified, observed_at) AS verified,
    max(observed_at) AS observed_at
FROM seen.accounts(as_of) GROUP BY account_id
