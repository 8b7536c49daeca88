-- What takes long to answer, from when somebody was told to wait until it is answered: tried once more after a crash.
CREATE TABLE kept_update (
    number  INTEGER PRIMARY KEY,
    arrival TEXT NOT NULL
) STRICT;
