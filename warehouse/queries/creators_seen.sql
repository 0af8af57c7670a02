-- Every creator known at as_of, with what the list says of them.
SELECT c.*
FROM seen.creators(getvariable('as_of')) AS c
ORDER BY c.creator_id
