-- What has left the house, figure by figure: what it lets others work out is looked up here before anything more does.
CREATE TABLE release (
    number    INTEGER PRIMARY KEY,
    -- Local civil days, as 2016-07-14.
    day       TEXT NOT NULL,
    form      TEXT NOT NULL,
    period    TEXT NOT NULL,
    k         INTEGER NOT NULL CHECK (k > 1),
    withdrawn TEXT,
    reason    TEXT,
    -- Whether anybody outside has, or may have, seen it.
    seen      INTEGER NOT NULL DEFAULT 1 CHECK (seen IN (0, 1)),
    CHECK ((withdrawn IS NULL) = (reason IS NULL)),
    CHECK (seen = 1 OR withdrawn IS NOT NULL)
) STRICT;

-- What each month's records were, as a digest, so that later entries are noticed.
CREATE TABLE released_month (
    release INTEGER NOT NULL REFERENCES release,
    month   TEXT NOT NULL,
    digest  TEXT NOT NULL,
    PRIMARY KEY (release, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE released_figure (
    release     INTEGER NOT NULL REFERENCES release,
    first_month TEXT NOT NULL,
    last_month  TEXT NOT NULL,
    cell        TEXT NOT NULL,
    -- What it shows; empty where it was hidden.
    value       INTEGER CHECK (value >= 0),
    -- Whether a hidden one is smaller than k, and not 0.
    small       INTEGER NOT NULL CHECK (small IN (0, 1)),
    PRIMARY KEY (release, first_month, last_month, cell),
    CHECK (value IS NULL OR small = 0)
) STRICT, WITHOUT ROWID;
