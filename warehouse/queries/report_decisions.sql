-- The last recommendation that a person decided for each creator.
SELECT
    creator_id, arg_max(judged_by, judged_at) AS who, strftime(max(judged_at), '%Y-%m-%dT%H:%M:%SZ') AS "when",
    arg_max(verdict, judged_at) AS decision, arg_max(reason, judged_at) AS why
FROM seen.judgements(getvariable('as_of')) WHERE subject = 'recommendation'
GROUP BY creator_id ORDER BY creator_id
