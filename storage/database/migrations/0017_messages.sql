-- The messages in the chats that have to be cleared, until they are: which they are, never what they say.
CREATE TABLE message (
    chat    INTEGER NOT NULL REFERENCES telegram_chat (number),
    message INTEGER NOT NULL,
    -- The local hour in which it last came to show something of a call.
    hour    TEXT NOT NULL CHECK (length(hour) = 13),
    -- An untouched first screen; a form or anything else that is taken away whole; a receipt, one that has lost its
    -- buttons before its answers, and one that has lost its answers before its buttons.
    stage   TEXT NOT NULL CHECK (stage IN ('fresh', 'form', 'receipt', 'closed', 'cleared')),
    -- The receipt's record, only as long as its seat may correct it; never of a declined call, whose messages are as
    -- those of a form that was left.
    source  TEXT CHECK (source IS NULL OR stage IN ('receipt', 'cleared')),
    PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_source ON message (source) WHERE source IS NOT NULL;

CREATE TRIGGER message_declined AFTER UPDATE OF outcome ON record WHEN new.outcome = 'declined'
BEGIN
    UPDATE message SET stage = 'form', source = NULL WHERE source = new.source;
END;
