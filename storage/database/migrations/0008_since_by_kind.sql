-- Since when a chat gets each kind of summary, in local civil time: what fell due before is the past, and is not sent.
CREATE TABLE chat_by_kind (
    chat          INTEGER PRIMARY KEY,
    language      TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    monthly       INTEGER NOT NULL DEFAULT 1 CHECK (monthly IN (0, 1)),
    tertial       INTEGER NOT NULL DEFAULT 1 CHECK (tertial IN (0, 1)),
    annual        INTEGER NOT NULL DEFAULT 1 CHECK (annual IN (0, 1)),
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
INSERT INTO chat_by_kind SELECT chat, language, monthly, tertial, annual, since, since, since FROM chat;
DROP TABLE chat;
ALTER TABLE chat_by_kind RENAME TO chat;

-- The same of the folder; one row at most.
CREATE TABLE folder_by_kind (
    only          INTEGER PRIMARY KEY CHECK (only = 1),
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
INSERT INTO folder_by_kind SELECT only, since, since, since FROM folder;
DROP TABLE folder;
ALTER TABLE folder_by_kind RENAME TO folder;
