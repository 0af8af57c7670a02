-- One number for everything that is seen at as_of: the same rows give the same, in whatever order they came.
SELECT printf('%016x', bit_xor(hash(name, rows, said))) FROM (
    SELECT 'creators' AS name, count(*) AS rows, bit_xor(row_hash) AS said FROM stored.creators
    UNION ALL SELECT 'accounts', count(*), bit_xor(row_hash) FROM seen.accounts(getvariable('as_of'))
    UNION ALL SELECT 'follower_snapshots', count(*), bit_xor(row_hash)
    FROM stored.follower_snapshots WHERE observed_at <= getvariable('as_of')
    UNION ALL SELECT 'posts', count(*), bit_xor(row_hash) FROM seen.posts(getvariable('as_of'))
    UNION ALL SELECT 'comments', count(*), bit_xor(row_hash) FROM seen.comments(getvariable('as_of'))
    UNION ALL SELECT 'follower_samples', count(*), bit_xor(row_hash) FROM seen.follower_samples(getvariable('as_of'))
    UNION ALL SELECT 'records', count(*), bit_xor(row_hash) FROM seen.records(getvariable('as_of'))
    UNION ALL SELECT 'outcomes', count(*), bit_xor(row_hash) FROM seen.outcomes(getvariable('as_of'))
    UNION ALL SELECT 'judgements', count(*), bit_xor(hash(j)) FROM seen.judgements(getvariable('as_of')) AS j
)
