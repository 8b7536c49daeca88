-- The calls registered more than a day late, so that a year's are counted without reading the others.
CREATE INDEX record_late ON record (form, month, occurred_at)
WHERE voided_at IS NULL AND outcome IN ('registered', 'unspecified') AND instr(source, ':') = 0
    AND julianday(substr(recorded_at, 1, 10)) - julianday(substr(occurred_at, 1, 10)) > 1;
