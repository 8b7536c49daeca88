-- The local day of the last copy that was made; one row at most. In a copy, its own.
CREATE TABLE last_copy (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    day  TEXT NOT NULL CHECK (length(day) = 10)
) STRICT;

-- The audit as before; in a copy, of an act's time no more than its day stands.
CREATE TABLE audit_by_day (
    number INTEGER PRIMARY KEY,
    -- Local civil time to the hour, in what was restored the day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat; none at the console.
    by     INTEGER,
    act    TEXT NOT NULL,
    -- Numbers and keys, never a name.
    about  TEXT NOT NULL
) STRICT;
INSERT INTO audit_by_day SELECT number, at, by, act, about FROM audit;
DROP TABLE audit;
ALTER TABLE audit_by_day RENAME TO audit;
CREATE INDEX audit_time ON audit (at);
