-- A shift's history: one row for each time somebody corrected one of its figures. Of calls in it tells without the
-- declined ones, as the shift itself does in the end: otherwise it would tell which shift they belonged to.
CREATE TABLE shift_change (
    shift  TEXT NOT NULL REFERENCES shift (began),
    number INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('counted', 'outgoing')),
    -- The hour, later its day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat, only while it may take back what it registered.
    by     INTEGER,
    -- The figure as it was and as it became; none where it was or became not known.
    before INTEGER CHECK (before >= 0),
    after  INTEGER CHECK (after BETWEEN 0 AND 999),
    PRIMARY KEY (shift, number)
) STRICT, WITHOUT ROWID;

-- Declined calls that were registered once their shift had answered: among its counted calls already, and logged.
ALTER TABLE declined_in_shifts ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late >= 0);
