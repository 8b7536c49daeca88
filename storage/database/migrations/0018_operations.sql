CREATE TABLE alert (
    -- A key of ours, such as disk_space.
    trouble TEXT PRIMARY KEY,
    -- The local day on which the administrators were last told of it.
    day     TEXT NOT NULL CHECK (length(day) = 10)
) STRICT, WITHOUT ROWID;
