-- Rows that could not be loaded, each once: which file, which line, why.
-- file: the file's name
-- table_name: the exchange table
-- line: the line in the file, from 1
-- reason: why, in words
-- row_text: the beginning of the row as it was read
SELECT DISTINCT file, table_name, line, reason, row_text FROM ops.quarantine
