-- Where summaries go besides the folder: a chat that an administrator's code has bound.
CREATE TABLE chat (
    chat     INTEGER PRIMARY KEY,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    monthly  INTEGER NOT NULL DEFAULT 1 CHECK (monthly IN (0, 1)),
    tertial  INTEGER NOT NULL DEFAULT 1 CHECK (tertial IN (0, 1)),
    annual   INTEGER NOT NULL DEFAULT 1 CHECK (annual IN (0, 1)),
    -- Local civil time: what fell due before this is the past, and is not sent.
    since    TEXT NOT NULL
) STRICT;

-- A one-time code that binds the chat it is written in.
CREATE TABLE bind_code (
    code TEXT PRIMARY KEY,
    chat INTEGER
) STRICT;

-- One row for each summary and place: pending until it is tried, sending while nobody knows, then sent or failed.
CREATE TABLE delivery (
    number  INTEGER PRIMARY KEY,
    report  TEXT NOT NULL CHECK (report IN ('monthly', 'tertial', 'annual')),
    period  TEXT NOT NULL,
    -- 0 is the folder.
    chat    INTEGER NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed')),
    -- Whether the administrators have been told of a failure.
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    reason  TEXT NOT NULL DEFAULT '',
    -- The tally as it was sent, and as it was last told, so that a change can be told once: JSON, counts only.
    tally   TEXT,
    retold  TEXT,
    UNIQUE (report, period, chat)
) STRICT;

-- Since when the folder has been written to; one row at most.
CREATE TABLE folder (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    since TEXT NOT NULL
) STRICT;
