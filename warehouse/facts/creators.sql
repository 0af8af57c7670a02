-- Every creator known at as_of; an account that no creator of the list holds is its own creator.
-- creator_id: the creator
-- name: as the list or the profile says
-- aliases: other names
-- country: ISO 3166 alpha-2
-- languages: ISO 639-1
-- birth_date: as the source gives it
-- note: free words of whoever made the list
SELECT * FROM seen.creators(getvariable('as_of')) ORDER BY creator_id
