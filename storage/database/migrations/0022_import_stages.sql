-- Of an import that is not done, the records are voided on the empty day: written without counting, so that others can
-- write in between, then all made to count. One that was broken off while writing is removed by the next, one that was
-- counting is finished.
ALTER TABLE import_file ADD COLUMN stage TEXT NOT NULL DEFAULT 'done'
    CHECK (stage IN ('writing', 'removing', 'counting', 'done'));
