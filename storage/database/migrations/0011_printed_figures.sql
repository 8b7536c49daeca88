-- Figures typed in from earlier reports, as they are printed: one answer's count or share in one period, or the
-- period's total where both keys are empty.
CREATE TABLE printed_figure (
    form        TEXT NOT NULL,
    period      TEXT NOT NULL,
    question    TEXT NOT NULL,
    option      TEXT NOT NULL,
    count       INTEGER CHECK (count >= 0),
    -- A share in per cent with the decimals that are printed (7, 14.0).
    percent     TEXT CHECK (percent NOT GLOB '*[^0-9.]*' AND CAST(percent AS REAL) BETWEEN 0 AND 100),
    -- What the shares of the question are of, where the report tells that.
    base        INTEGER CHECK (base >= 0),
    -- Whether the count may have been worked back from a share.
    worked_back INTEGER NOT NULL CHECK (worked_back IN (0, 1)),
    PRIMARY KEY (form, period, question, option),
    CHECK ((question = '') = (option = '')),
    CHECK ((count IS NULL) <> (percent IS NULL)),
    CHECK (worked_back = 0 OR count IS NOT NULL)
) STRICT, WITHOUT ROWID;
-- A share, also of a total, was kept as a count: which of these counts are printed, nobody can tell.
INSERT INTO printed_figure (form, period, question, option, count, worked_back)
SELECT form, period, question, option, count, 1 FROM earlier_year;
DROP TABLE earlier_year;
ALTER TABLE printed_figure RENAME TO earlier_year;
