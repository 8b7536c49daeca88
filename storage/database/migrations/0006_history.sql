-- Figures typed in from earlier reports: one answer's count in one period, or the total where both keys are empty.
CREATE TABLE earlier_year (
    form     TEXT NOT NULL,
    period   TEXT NOT NULL,
    question TEXT NOT NULL,
    option   TEXT NOT NULL,
    count    INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (form, period, question, option),
    CHECK ((question = '') = (option = ''))
) STRICT, WITHOUT ROWID;
