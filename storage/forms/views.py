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
    return (
        f'CREATE VIEW "{form.view}" AS SELECT id, occurred_at, recorded_at, outcome{answers}'  # noqa: S608 - keys match [a-z0-9_]
        f" FROM record WHERE form = '{form.key}' AND voided_at IS NULL"
    )
