-- What became of every row when each file was first loaded; loading it again changes nothing.
SELECT file, table_name AS "table", read, loaded, already_there, quarantined
FROM ops.loads
QUALIFY row_number() OVER (PARTITION BY file, table_name, sha256 ORDER BY load_id) = 1
ORDER BY table_name, file, sha256
