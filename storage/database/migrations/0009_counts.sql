-- How many records that are not voided have exactly the same answers, a month and a day: kept by the triggers below in
-- the transaction that writes a record, whoever writes it. A declined call has a month only. What falls to none is
-- gone, and nothing is ordered by when it came, so that nothing is left to tell of a call's day once it is declined.
CREATE TABLE answer_count (
    grain   TEXT NOT NULL CHECK (grain IN ('month', 'day')),
    form    TEXT NOT NULL,
    -- 2016-07 or 2016-07-14, in local civil time.
    period  TEXT NOT NULL CHECK (length(period) = iif(grain = 'month', 7, 10)),
    outcome TEXT NOT NULL,
    answers TEXT NOT NULL,
    calls   INTEGER NOT NULL CHECK (calls > 0),
    PRIMARY KEY (grain, form, period, outcome, answers)
) STRICT, WITHOUT ROWID;

INSERT INTO answer_count SELECT 'month', form, month, outcome, answers, count(*) FROM record
WHERE voided_at IS NULL GROUP BY form, month, answers, outcome;

INSERT INTO answer_count SELECT 'day', form, substr(occurred_at, 1, 10), outcome, answers, count(*) FROM record
WHERE voided_at IS NULL AND length(occurred_at) >= 10 GROUP BY form, 3, outcome, answers;

DROP INDEX record_tally;

-- The latest calls, those of a month, and a call's place among those of its day.
CREATE INDEX record_time ON record (occurred_at);

CREATE TRIGGER record_added AFTER INSERT ON record WHEN new.voided_at IS NULL
BEGIN
    INSERT INTO answer_count
    SELECT grain, new.form, substr(new.occurred_at, 1, letters), new.outcome, new.answers, 1
    FROM (SELECT 'month' AS grain, 7 AS letters UNION ALL SELECT 'day', 10)
    WHERE length(new.occurred_at) >= letters
    ON CONFLICT DO UPDATE SET calls = calls + 1;
END;

CREATE TRIGGER record_removed AFTER DELETE ON record WHEN old.voided_at IS NULL
BEGIN
    DELETE FROM answer_count
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10)) AND calls = 1;
    UPDATE answer_count SET calls = calls - 1
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10));
END;

-- An hour that is cut to its day, and a voided record that is changed, count as before.
CREATE TRIGGER record_changed AFTER UPDATE OF form, occurred_at, outcome, answers, voided_at ON record
WHEN (old.form, substr(old.occurred_at, 1, 10), old.outcome, old.answers, old.voided_at IS NULL)
    IS NOT (new.form, substr(new.occurred_at, 1, 10), new.outcome, new.answers, new.voided_at IS NULL)
BEGIN
    DELETE FROM answer_count
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10))
        AND old.voided_at IS NULL AND calls = 1;
    UPDATE answer_count SET calls = calls - 1
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10))
        AND old.voided_at IS NULL;
    INSERT INTO answer_count
    SELECT grain, new.form, substr(new.occurred_at, 1, letters), new.outcome, new.answers, 1
    FROM (SELECT 'month' AS grain, 7 AS letters UNION ALL SELECT 'day', 10)
    WHERE length(new.occurred_at) >= letters AND new.voided_at IS NULL
    ON CONFLICT DO UPDATE SET calls = calls + 1;
END;
