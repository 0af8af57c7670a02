-- warn: accounts that name a creator whom the list does not hold; they are shown under that id
SELECT DISTINCT a.creator_id FROM stored.accounts AS a ANTI JOIN stored.creators AS c USING (creator_id)
WHERE a.creator_id IS NOT NULL
