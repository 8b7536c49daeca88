-- When the bot last asked for news: what it finds waiting after a gap did not happen just now.
CREATE TABLE polling (
    only      INTEGER PRIMARY KEY CHECK (only = 1),
    last_seen TEXT NOT NULL
) STRICT;
