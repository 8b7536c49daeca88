-- When all went round the last time: polling, and writing into this file. In UTC, to the second.
CREATE TABLE heartbeat (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    beat TEXT NOT NULL
) STRICT;

-- The local Monday whose sign of life the administrators have got; of the first start, the one before it.
CREATE TABLE sign_of_life (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    monday TEXT NOT NULL CHECK (length(monday) = 10)
) STRICT;
