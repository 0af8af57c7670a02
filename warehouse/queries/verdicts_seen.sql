-- What people last decided of pairs of creator and record: confirmed or rejected.
SELECT creator_id, record_id, arg_max(verdict, judged_at) AS verdict
FROM seen.judgements(getvariable('as_of'))
WHERE subject = 'match' AND record_id IS NOT NULL
GROUP BY creator_id, record_id ORDER BY creator_id, record_id
