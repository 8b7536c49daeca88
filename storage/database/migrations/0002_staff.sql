-- Who may use the bot besides those the config names.
CREATE TABLE staff (
    seat INTEGER PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff'))
) STRICT;

-- A one-time code: whoever sends it first takes the seat.
CREATE TABLE invite (
    code    TEXT PRIMARY KEY,
    role    TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    used_by INTEGER REFERENCES staff (seat)
) STRICT;
