-- Every creator: those of the list, and every account that no creator of the list holds, as its own creator.
CREATE OR REPLACE MACRO seen.creators(as_of) AS TABLE
WITH latest AS (
    SELECT
        account_id,
        arg_max(creator_id, observed_at) AS creator_id,
        arg_max(coalesce(display_name, handle), observed_at) AS name
    FROM stored.accounts WHERE observed_at <= as_of GROUP BY account_id
)

SELECT creator_id, name, aliases, country, languages, birth_date, note FROM stored.creators
UNION ALL BY NAME
SELECT coalesce(a.creator_id, a.account_id) AS creator_id, arg_min(a.name, a.account_id) AS name
FROM latest AS a
ANTI JOIN stored.creators AS c ON c.creator_id = coalesce(a.creator_id, a.account_id)
GROUP BY 1
