-- fail: the quarantine holds as many rows as the loads say
SELECT l.load_id, l.quarantined, count(q.load_id) AS held
FROM ops.loads AS l LEFT JOIN ops.quarantine AS q USING (load_id)
GROUP BY ALL HAVING l.quarantined <> count(q.load_id)
