"""The views for people with SQL tools: one valid record a row, one column a question."""

from collections.abc import Iterable

from storage.database.connection import Database
from storage.forms.form import Form


async def refresh_views(database: Database, forms: Iterable[Form]) -> None:
    """Bring each form's view up to date with the form; an unchanged view is left alone."""
    present = dict(await database.read("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    for form in forms:
        if present.get(form.view) != _view(form):
            async with database.transaction() as connection:
                await connection.execute(f'DROP VIEW IF EXISTS "{form.view}"')
                await connection.execute(_view(form))


def _view(form: Form) -> str:
    answers = "".join(f", json_extract(answers, '$.{key}') AS \"{key}\"" for key in form.by_key)
    days = dict(zip(("arrived", "left"), (form.arrival, form.departure), strict=True)) if form.stays_open else {}
    stay = "".join(f', stay."{column}" AS "{day.key}"' for column, day in days.items() if day)
    kept_in, of = ("record JOIN stay ON stay.record = record.id", "record.form") if stay else ("record", "form")
    return (
        f'CREATE VIEW "{form.view}" AS SELECT id, occurred_at, recorded_at, outcome{stay}{answers}'  # noqa: S608 - keys match [a-z0-9_]
        f" FROM {kept_in} WHERE {of} = '{form.key}' AND voided_at IS NULL"
    )
