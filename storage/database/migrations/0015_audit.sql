-- Who did what: to people, chats, files, settings and publications. Kept for a year. What was done to records of others
-- is read from their changes, as long as those say by whom.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    -- Local civil time to the hour.
    at     TEXT NOT NULL CHECK (length(at) = 13),
    -- The seat; none at the console.
    by     INTEGER,
    act    TEXT NOT NULL,
    -- Numbers and keys, never a name.
    about  TEXT NOT NULL
) STRICT;
CREATE INDEX audit_time ON audit (at);

-- What each table of the config was when the bot was last started, as a digest, so that a change is noticed.
CREATE TABLE setting (
    name   TEXT PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
