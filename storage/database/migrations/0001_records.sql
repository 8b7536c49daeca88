-- What is registered. Nothing here can name a caller: hours at most, no free text, no numbers.
CREATE TABLE record (
    id          INTEGER PRIMARY KEY,
    form        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    -- Local civil time: an hour (2016-07-14T23), later its day, for a declined call only the month.
    occurred_at TEXT NOT NULL CHECK (length(occurred_at) IN (7, 10, 13)),
    month       TEXT NOT NULL GENERATED ALWAYS AS (substr(occurred_at, 1, 7)) VIRTUAL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) IN (7, 10, 13)),
    -- The seat, only while it may take the record back.
    recorded_by INTEGER,
    -- The nonce of the tap, or the hash of an imported row: the same source is the same record.
    source      TEXT NOT NULL UNIQUE,
    outcome     TEXT NOT NULL CHECK (outcome IN ('registered', 'unspecified', 'declined', 'irrelevant')),
    -- Canonical JSON: equal answers are equal text, so whole answers can be counted.
    answers     TEXT NOT NULL CHECK (json_type(answers) = 'object'),
    revision    INTEGER NOT NULL DEFAULT 1,
    voided_at   TEXT,
    CHECK (outcome <> 'declined' OR (answers = '{}' AND length(occurred_at) = 7 AND length(recorded_at) = 7))
) STRICT;

-- Holds all that a tally reads, so that a year is counted from the index alone.
CREATE INDEX record_tally ON record (form, month, answers, outcome, occurred_at) WHERE voided_at IS NULL;

-- What has still to be cut shorter.
CREATE INDEX record_exact ON record (recorded_at) WHERE length(recorded_at) = 13 OR recorded_by IS NOT NULL;
CREATE INDEX record_hour ON record (occurred_at) WHERE length(occurred_at) = 13;
