-- Every creator known at as_of with all that they are called: names, aliases, display names and handles.
SELECT
    c.creator_id,
    list_concat([c.name], coalesce(c.aliases, []), coalesce(list(a.display_name) FILTER (a.display_name IS NOT NULL), [])) AS names,
    coalesce(list(a.handle ORDER BY a.account_id) FILTER (a.handle IS NOT NULL), []) AS handles
FROM seen.creators(getvariable('as_of')) AS c
LEFT JOIN facts.accounts AS a USING (creator_id)
GROUP BY c.creator_id, c.name, c.aliases
ORDER BY c.creator_id
