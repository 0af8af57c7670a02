-- What is kept of the matching, so that new records and creators cost what they are. Its tables are made by the code
-- that fills them, and made anew whenever that code changes.
CREATE SCHEMA matching;
