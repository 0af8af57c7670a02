-- The records that were searched, by the kind of their source.
SELECT
    source_kind AS kind, count(*) AS records, strftime(min(published_at), '%Y-%m-%d') AS first_record,
    strftime(max(published_at), '%Y-%m-%d') AS last_record
FROM seen.records(getvariable('as_of'))
GROUP BY source_kind
ORDER BY records DESC, kind
