-- The last recommendation that a person decided for each creator.
SELECT creator_id, said.who, said."when", said.decision, said.why
FROM (
    SELECT
        creator_id,
        arg_max(
            {'who': judged_by, 'when': strftime(judged_at, '%Y-%m-%dT%H:%M:%SZ'), 'decision': verdict, 'why': reason},
            {'at': judged_at, 'by': judged_by}
        ) AS said
    FROM seen.judgements(getvariable('as_of')) WHERE subject = 'recommendation' GROUP BY creator_id
)
ORDER BY creator_id
