-- Which shift a call belongs to, by its beginning (2026-11-03T07:30); only as long as the hour is kept, never of
-- a declined call.
ALTER TABLE record ADD COLUMN shift TEXT CHECK (shift IS NULL OR (length(shift) = 16 AND outcome <> 'declined'));
CREATE INDEX record_shift ON record (shift) WHERE shift IS NOT NULL;

-- A record's history: one row for each of its columns that somebody changed. Of a declined call there is none,
-- since it would tell when it was.
CREATE TABLE change (
    record INTEGER NOT NULL REFERENCES record (id) ON UPDATE CASCADE,
    -- Its place in the record's history: no order among the records, which would tell where one is gone.
    number INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('answers', 'outcome', 'occurred_at', 'voided_at')),
    -- The hour, later its day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat, only while it may take the change back.
    by     INTEGER,
    -- The column as it was and as it became; empty where it was or became nothing.
    before TEXT NOT NULL,
    after  TEXT NOT NULL,
    PRIMARY KEY (record, number)
) STRICT, WITHOUT ROWID;

-- A shift, and what its staff said of it at the handover.
CREATE TABLE shift (
    -- Local civil time to the minute.
    began    TEXT PRIMARY KEY CHECK (length(began) = 16),
    -- Known once it is asked about.
    ended    TEXT CHECK (length(ended) = 16),
    step     TEXT NOT NULL DEFAULT 'open' CHECK (step IN ('open', 'incoming', 'missing', 'outgoing', 'done')),
    -- The calls in that the telephone showed; none where nobody said.
    counted  INTEGER CHECK (counted >= 0),
    outgoing INTEGER CHECK (outgoing >= 0),
    -- Declined calls, for two days: then both sides are told without them.
    declined INTEGER NOT NULL DEFAULT 0 CHECK (declined >= 0),
    -- The records of the shift, once their hours are cut and they no longer can be counted.
    logged   INTEGER CHECK (logged >= 0)
) STRICT, WITHOUT ROWID;

-- The declined calls of all shifts that were counted, by the month the shifts began in.
CREATE TABLE declined_in_shifts (
    month TEXT PRIMARY KEY,
    calls INTEGER NOT NULL CHECK (calls >= 0)
) STRICT, WITHOUT ROWID;

-- The question at a handover: to whom, and the message it stands in once it is sent.
CREATE TABLE shift_question (
    shift   TEXT NOT NULL REFERENCES shift (began),
    chat    INTEGER NOT NULL,
    message INTEGER,
    PRIMARY KEY (shift, chat)
) STRICT, WITHOUT ROWID;

-- Since when handovers are asked about; one row at most.
CREATE TABLE shifts_since (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    since TEXT NOT NULL
) STRICT;

-- The calls in that the telephone exchange's list shows, a day.
CREATE TABLE exchange_day (
    day   TEXT PRIMARY KEY CHECK (length(day) = 10),
    calls INTEGER NOT NULL CHECK (calls >= 0)
) STRICT, WITHOUT ROWID;
