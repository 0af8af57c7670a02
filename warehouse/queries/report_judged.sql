-- The last word of a person on whether a record is about a creator.
SELECT
    creator_id, record_id, said.verdict, said.who, strftime(said.judged_at, '%Y-%m-%dT%H:%M:%SZ') AS "when"
FROM (
    SELECT
        creator_id, record_id,
        arg_max(
            {'verdict': verdict, 'who': judged_by, 'judged_at': judged_at}, {'at': judged_at, 'by': judged_by}
        ) AS said
    FROM seen.judgements(getvariable('as_of')) WHERE subject = 'match' GROUP BY creator_id, record_id
)
ORDER BY creator_id, record_id
