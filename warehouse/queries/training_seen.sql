-- One number for everything that is measured and matched at as_of: the same rows give the same. Of the list of creators
-- those count whose account was known; what people decided on partnerships does not count.
SELECT printf('%016x', bit_xor(hash(name, rows, said))) FROM (
    SELECT 'creators' AS name, count(*) AS rows, bit_xor(row_hash) AS said FROM stored.creators
    WHERE creator_id IN (SELECT creator_id FROM seen.accounts(getvariable('as_of')))
    UNION ALL SELECT 'accounts', count(*), bit_xor(row_hash) FROM seen.accounts(getvariable('as_of'))
    UNION ALL SELECT 'follower_snapshots', count(*), bit_xor(row_hash)
    FROM stored.follower_snapshots WHERE observed_at <= getvariable('as_of')
    UNION ALL SELECT 'posts', count(*), bit_xor(row_hash) FROM seen.posts(getvariable('as_of'))
    UNION ALL SELECT 'comments', count(*), bit_xor(row_hash) FROM stored.comments
    WHERE
        coalesce(observed_at <= getvariable('as_of'), TRUE) AND coalesce(posted_at <= getvariable('as_of'), TRUE)
    UNION ALL SELECT 'follower_samples', count(*), bit_xor(row_hash) FROM seen.follower_samples(getvariable('as_of'))
    UNION ALL SELECT 'records', count(*), bit_xor(row_hash) FROM stored.records
    WHERE observed_at <= getvariable('as_of') AND coalesce(published_at <= getvariable('as_of'), TRUE)
    UNION ALL SELECT 'judgements', count(*), bit_xor(hash(j))
    FROM seen.judgements(getvariable('as_of')) AS j WHERE subject = 'match'
)
