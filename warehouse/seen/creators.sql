-- Every creator: those of the list, and every account that no creator of the list holds, as its own creator.
CREATE OR REPLACE MACRO seen.creators(as_of) AS TABLE
SELECT creator_id, name, aliases, country, languages, birth_date, note FROM stored.creators
UNION ALL BY NAME
SELECT
    coalesce(a.creator_id, a.account_id) AS creator_id,
    arg_max(coalesce(a.display_name, a.handle), a.observed_at) AS name
FROM stored.accounts AS a
ANTI JOIN stored.creators AS c ON c.creator_id = coalesce(a.creator_id, a.account_id)
WHERE a.observed_at <= as_of
GROUP BY 1
