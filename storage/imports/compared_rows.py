"""How the rows of a file are compared with what is held, in SQL: calls by their day, stays by their months.

A kind is an outcome with its answers, and of a stay whose nights it has; of these there are few.
"""

from dataclasses import dataclass

ADDED = "WHERE true ON CONFLICT DO UPDATE SET calls = calls + excluded.calls"
# The answer counts hold every record that is not voided; a declined call has no day there.
COUNTED = """
    FROM answer_count
    WHERE form = :form AND (
        grain = 'day' AND period BETWEEN :month AND :month || '-32'
        OR grain = 'month' AND period = :month AND answer_count.outcome = 'declined'
    )
"""
# A stay is held under its months, and under its days where these are known.
HELD_STAYS = f"""
    INSERT INTO temp.held
    WITH held_stay AS MATERIALIZED (
        SELECT arrived, left, kind FROM (
            SELECT arrived, left, outcome, as_exported(answers) AS answers, person
            FROM record JOIN stay ON stay.record = record.id WHERE {{which}} AND voided_at IS NULL
        ) JOIN temp.kind USING (outcome, answers, person)
    )
    SELECT substr(arrived, 1, letters) || '/' || coalesce(substr(left, 1, letters), ''), kind, 1
    FROM held_stay JOIN (SELECT 7 AS letters UNION ALL SELECT 10) ON letters <= length(arrived) {ADDED}
"""  # noqa: S608 - ours


@dataclass(frozen=True)
class ComparedRows:
    """What finds the rows that are new.

    An overlap is told of periods of so many ``letters``. ``periods`` are those of a form's month, ``held`` counts
    what is held of it, ``held_of_import`` that of an import. ``new`` gives rows their places: in this order they
    tell nothing that the rows themselves do not tell, also once days are gone.
    """

    letters: int
    periods: str
    held: str
    held_of_import: str
    new: str


CALLS = ComparedRows(
    letters=len("2016-07-14"),
    periods=f"SELECT DISTINCT period {COUNTED}",
    held=f"""
        INSERT INTO temp.held
        SELECT period, kind, calls
        FROM (SELECT period, outcome, as_exported(answers) AS answers, calls {COUNTED})
        JOIN temp.kind USING (outcome, answers) {ADDED}
    """,  # noqa: S608 - ours
    held_of_import=f"""
        INSERT INTO temp.held
        SELECT period, kind, 1 FROM (
            SELECT substr(occurred_at, 1, 10) AS period, outcome, as_exported(answers) AS answers FROM record
            WHERE import_number = :number AND id BETWEEN :first AND :last AND voided_at IS NULL
        ) JOIN temp.kind USING (outcome, answers) {ADDED}
    """,  # noqa: S608 - ours
    new="""
        INSERT INTO temp.new_row (time, kind)
        SELECT time, kind FROM (
            SELECT *, row_number() OVER (PARTITION BY period, place ORDER BY time) AS nth FROM (
                SELECT substr(time, 1, 10) AS period, iif(time >= :exact, time, substr(time, 1, 10)) AS time, kind,
                    place
                FROM temp.read_row JOIN temp.kind USING (kind)
            )
        ) LEFT JOIN temp.held USING (period, kind)
        WHERE nth > coalesce(calls, 0) ORDER BY period, place, time
    """,
)
# Of rows that are the same by their months those are known first whose days are held, then those without days.
STAYS = ComparedRows(
    letters=len("2016-07"),
    periods="""
        SELECT DISTINCT period FROM answer_count WHERE grain = 'month' AND form = :form AND period = :month
    """,
    held=HELD_STAYS.format(which="record.form = :form AND occurred_at = :month"),
    held_of_import=HELD_STAYS.format(which="import_number = :number AND id BETWEEN :first AND :last"),
    new="""
        INSERT INTO temp.new_row (time, kind, line)
        SELECT time, kind, line FROM (
            SELECT row.*, row_number() OVER (
                PARTITION BY row.period, row.kind
                ORDER BY iif(time = row.period, 1, 2 * (nth > coalesce(calls, 0)))
            ) AS place_in_period
            FROM (
                SELECT time, kind, line, row_number() OVER (PARTITION BY kind, time) AS nth,
                    substr(time, 1, 7) || '/' || substr(time, instr(time, '/') + 1, 7) AS period
                FROM temp.read_row
            ) AS row LEFT JOIN temp.held AS same ON same.period = time AND same.kind = row.kind
        ) LEFT JOIN temp.held USING (period, kind)
        WHERE place_in_period > coalesce(calls, 0) ORDER BY random()
    """,
)
