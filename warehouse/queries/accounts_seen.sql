-- Every account as it was last known at as_of, as far as it tells who is behind it.
SELECT
    account_id,
    arg_max(platform, observed_at) AS platform,
    arg_max(creator_id, observed_at) AS creator_id,
    arg_max(handle, observed_at) AS handle,
    arg_max(display_name, observed_at) AS display_name,
    arg_max(country, observed_at) AS country,
    arg_max(language, observed_at) AS language,
    arg_max(category, observed_at) AS category,
    arg_max(created_at, observed_at) AS created_at,
    max(observed_at) AS observed_at
FROM seen.accounts(getvariable('as_of')) GROUP BY account_id ORDER BY account_id
