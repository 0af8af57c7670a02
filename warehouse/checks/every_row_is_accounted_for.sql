-- fail: rows read = loaded + already there + quarantined, for every load
SELECT * FROM ops.loads WHERE read <> loaded + already_there + quarantined
