-- Each time this database was restored from a copy: what was given and sent after the copy was made is not known.
CREATE TABLE restored (
    number        INTEGER PRIMARY KEY,
    -- Local civil time to the minute: a report that fell due before this, and is not sent, may have been all the same.
    at            TEXT NOT NULL CHECK (length(at) = 16),
    -- Whatever gets a number gets one above this, so that none is given twice.
    numbers_above INTEGER NOT NULL CHECK (numbers_above > 0),
    -- Whether the administrators have been asked whom to let in again.
    people_asked  INTEGER NOT NULL DEFAULT 0 CHECK (people_asked IN (0, 1)),
    -- Whether they have been asked which reports have come, and have answered, or need not be asked.
    reports       TEXT NOT NULL DEFAULT 'unknown' CHECK (reports IN ('unknown', 'asked', 'settled'))
) STRICT;

-- Let in before a restore, and has to be let in again.
ALTER TABLE seat ADD COLUMN restored INTEGER NOT NULL DEFAULT 0 CHECK (restored IN (0, 1));
