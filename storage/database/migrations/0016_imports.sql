-- The key of the hash that a tapped record is kept under; one row at most.
CREATE TABLE source_key (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    key  BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

-- The files that were imported. Records from files imported before this table was made belong to none of them.
CREATE TABLE import_file (
    number INTEGER PRIMARY KEY,
    -- Whose file it was, as `--source` says; empty where nobody said.
    name   TEXT NOT NULL,
    form   TEXT NOT NULL,
    -- The local day of the import, as 2016-07-14.
    day    TEXT NOT NULL CHECK (length(day) = 10),
    -- How many of its rows became records.
    added  INTEGER NOT NULL CHECK (added >= 0)
) STRICT;

-- A record's source is a keyed hash of its tap's nonce; before this, it was the nonce itself, and stays so.
ALTER TABLE record ADD COLUMN import_number INTEGER REFERENCES import_file (number);
CREATE INDEX record_import ON record (import_number) WHERE import_number IS NOT NULL;
