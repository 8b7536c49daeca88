-- The in-house desk, and mailboxes as places that reports go to.

-- Wherever something is shown that is not on the machine itself: a chat, or a mailbox under a number of ours.
ALTER TABLE telegram_chat RENAME TO place;

-- A browser that a seat is used by.
CREATE TABLE device (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    seat      INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    -- The SHA-256 of what its cookie holds.
    digest    BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    -- The browser and the system, such as 'Firefox, Windows'.
    name      TEXT NOT NULL,
    -- Local days.
    paired_on TEXT NOT NULL CHECK (length(paired_on) = 10),
    used_on   TEXT NOT NULL CHECK (length(used_on) = 10),
    -- The SHA-256 of the cookie that it was opened with; none where it is locked.
    session   BLOB CHECK (length(session) = 32)
) STRICT;
CREATE INDEX device_seat ON device (seat);

-- The short code that opens a seat's browsers, as Argon2 hashes it, and how often it was wrong in a row.
CREATE TABLE unlock_code (
    seat  INTEGER PRIMARY KEY REFERENCES seat ON DELETE CASCADE,
    hash  TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
) STRICT;

-- What opens them in place of the code: a key that a phone, a computer or a stick keeps the secret half of.
CREATE TABLE passkey (
    id         BLOB PRIMARY KEY,
    seat       INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    public_key BLOB NOT NULL,
    uses       INTEGER NOT NULL CHECK (uses >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_seat ON passkey (seat);

-- What is told to a seat unasked, until it is closed: never anything of a call.
CREATE TABLE card (
    seat    INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    -- The message in the seat's chat that says the same; below zero where there is none.
    message INTEGER NOT NULL,
    -- A local day.
    day     TEXT NOT NULL CHECK (length(day) = 10),
    text    TEXT NOT NULL,
    -- Rows of buttons, each a label and what its tap carries: JSON.
    buttons TEXT NOT NULL,
    PRIMARY KEY (seat, message)
) STRICT, WITHOUT ROWID;

-- One that opens no seat of its own, but one more way into a seat that there is.
ALTER TABLE invite ADD COLUMN seat INTEGER REFERENCES seat ON DELETE CASCADE;

-- Since when the desk shows each kind of report; one row at most.
CREATE TABLE desk (
    only          INTEGER PRIMARY KEY CHECK (only = 1),
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
