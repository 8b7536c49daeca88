-- Declined calls that were registered once their shift had answered: among its counted calls already, and logged.
ALTER TABLE declined_in_shifts ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late >= 0);
