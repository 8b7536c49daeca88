-- Whoever may use Vaktlogg: a person, or a shared duty phone.
CREATE TABLE seat (
    -- Never given twice: what a seat may correct is known by its number.
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    role    TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    -- What the place is, never who: a key such as duty_phone.
    name    TEXT NOT NULL DEFAULT '',
    -- Invited, and not let in yet.
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)),
    -- A local day.
    used_on TEXT NOT NULL CHECK (length(used_on) = 10),
    -- Whether somebody has been told that it lapses soon.
    warned  INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
    -- There for the config's sake alone.
    named   INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1))
) STRICT;

-- The accounts that a seat is used by.
CREATE TABLE way_in (
    kind    TEXT NOT NULL CHECK (kind IN ('telegram')),
    account INTEGER NOT NULL,
    seat    INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    PRIMARY KEY (kind, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX way_in_seat ON way_in (seat);

-- Those let in keep their roles; of others that are still known as who recorded something, only the config tells.
CREATE TABLE known AS
SELECT account, max(role) AS role, row_number() OVER (ORDER BY account) AS seat FROM (
    SELECT seat AS account, role FROM staff
    UNION SELECT recorded_by, '' FROM record WHERE recorded_by IS NOT NULL
    UNION SELECT by, '' FROM change WHERE by IS NOT NULL
    UNION SELECT by, '' FROM shift_change WHERE by IS NOT NULL
    UNION SELECT chat, '' FROM shift_question
) GROUP BY account;
INSERT INTO seat (number, role, used_on, named)
SELECT seat, iif(role = '', 'staff', role), date('now'), role = '' FROM known;
INSERT INTO way_in SELECT 'telegram', account, seat FROM known;

UPDATE record SET recorded_by = (SELECT seat FROM known WHERE account = recorded_by) WHERE recorded_by IS NOT NULL;
UPDATE change SET by = (SELECT seat FROM known WHERE account = by) WHERE by IS NOT NULL;
UPDATE shift_change SET by = (SELECT seat FROM known WHERE account = by) WHERE by IS NOT NULL;

CREATE TABLE seat_question (
    shift   TEXT NOT NULL REFERENCES shift (began),
    seat    INTEGER NOT NULL,
    message INTEGER,
    PRIMARY KEY (shift, seat)
) STRICT, WITHOUT ROWID;
INSERT INTO seat_question SELECT shift, known.seat, message FROM shift_question JOIN known ON account = chat;
DROP TABLE shift_question;
ALTER TABLE seat_question RENAME TO shift_question;

DROP TABLE invite;
DROP TABLE staff;
DROP TABLE known;

-- A one-time code that opens a seat; only its SHA-256 is kept.
CREATE TABLE invite (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    digest   BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    role     TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    -- Makes the first administrator, as long as nobody is let in.
    first    INTEGER NOT NULL CHECK (first IN (0, 1)),
    -- In UTC, to the second.
    expires  TEXT NOT NULL,
    -- With a seat its codes go, those it made and the one it used.
    made_by  INTEGER REFERENCES seat ON DELETE CASCADE,
    spent_by INTEGER REFERENCES seat ON DELETE CASCADE
) STRICT;

-- The chats, the only place where their numbers at Telegram stand besides `way_in`.
CREATE TABLE telegram_chat (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO telegram_chat (id)
SELECT chat FROM (SELECT chat FROM chat UNION SELECT chat FROM delivery WHERE chat <> 0) ORDER BY chat;

-- A chat that gets summaries.
CREATE TABLE bound_chat (
    chat          INTEGER PRIMARY KEY REFERENCES telegram_chat (number),
    language      TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    monthly       INTEGER NOT NULL DEFAULT 1 CHECK (monthly IN (0, 1)),
    tertial       INTEGER NOT NULL DEFAULT 1 CHECK (tertial IN (0, 1)),
    annual        INTEGER NOT NULL DEFAULT 1 CHECK (annual IN (0, 1)),
    -- Local civil time: what fell due before this is the past, and is not sent.
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
INSERT INTO bound_chat
SELECT number, language, monthly, tertial, annual, monthly_since, tertial_since, annual_since
FROM chat JOIN telegram_chat ON id = chat;

CREATE TABLE delivery_by_number (
    number  INTEGER PRIMARY KEY,
    report  TEXT NOT NULL CHECK (report IN ('monthly', 'tertial', 'annual')),
    period  TEXT NOT NULL,
    -- The chat's number; 0 is the folder.
    chat    INTEGER NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed')),
    -- Whether the administrators have been told of a failure.
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    reason  TEXT NOT NULL DEFAULT '',
    -- The tally as it was sent, and as it was last told, so that a change can be told once: JSON, counts only.
    tally   TEXT,
    retold  TEXT,
    UNIQUE (report, period, chat)
) STRICT;
INSERT INTO delivery_by_number
SELECT delivery.number, report, period, coalesce(telegram_chat.number, 0), state, told, reason, tally, retold
FROM delivery LEFT JOIN telegram_chat ON id = chat;
DROP TABLE delivery;
ALTER TABLE delivery_by_number RENAME TO delivery;
DROP TABLE chat;

-- A one-time code that binds the chat it is written in; only its SHA-256 is kept.
DROP TABLE bind_code;
CREATE TABLE bind_code (
    digest  BLOB PRIMARY KEY CHECK (length(digest) = 32),
    -- In UTC, to the second.
    expires TEXT NOT NULL,
    made_by INTEGER REFERENCES seat ON DELETE CASCADE,
    chat    INTEGER REFERENCES telegram_chat (number)
) STRICT, WITHOUT ROWID;

-- An update that is being answered names its sender and its chat by their numbers here.
DELETE FROM kept_update;
