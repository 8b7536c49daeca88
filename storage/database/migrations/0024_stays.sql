-- A record of a form whose records stay open has a stay. The record itself holds its answers and the month of arrival;
-- the stay holds the days, until its month has been reported: then their months alone.
CREATE TABLE stay (
    record     INTEGER PRIMARY KEY REFERENCES record (id) ON UPDATE CASCADE ON DELETE CASCADE,
    form       TEXT NOT NULL,
    -- Whose nights they are: an answer's key, or the one of the form's file.
    person     TEXT NOT NULL,
    -- 2016-07-14, later 2016-07, in local civil time.
    arrived    TEXT NOT NULL CHECK (length(arrived) IN (7, 10)),
    left       TEXT CHECK (length(left) = length(arrived)),
    -- The night before; its month can be an earlier one.
    last_night TEXT CHECK (length(last_night) = length(arrived)),
    -- A random number that those who came together share, and what the house's own board explains: while it is open.
    bond       TEXT,
    label      TEXT,
    CHECK ((left IS NULL) = (last_night IS NULL)),
    CHECK (left IS NULL OR (bond IS NULL AND label IS NULL)),
    CHECK (left IS NOT NULL OR length(arrived) = 10)
) STRICT;

CREATE INDEX stay_open ON stay (form) WHERE left IS NULL;
CREATE INDEX stay_exact ON stay (left) WHERE length(arrived) = 10;

-- What stays whose days are gone had of each month.
CREATE TABLE house_month (
    form       TEXT NOT NULL,
    month      TEXT NOT NULL CHECK (length(month) = 7),
    person     TEXT NOT NULL,
    nights     INTEGER NOT NULL,
    arrivals   INTEGER NOT NULL,
    departures INTEGER NOT NULL,
    PRIMARY KEY (form, month, person)
) STRICT, WITHOUT ROWID;

-- How full the house was in each month, counted once, before any of its days is gone: never how many a day.
CREATE TABLE full_house (
    month     TEXT PRIMARY KEY CHECK (length(month) = 7),
    -- How many beds there were, where that was known, and on how many days all of them were in use.
    beds      INTEGER,
    full_days INTEGER CHECK ((full_days IS NULL) = (beds IS NULL)),
    highest   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
