"""Databases of every earlier schema: brought up to date, counted as they were, and used as if nothing had been."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.config.forms import forms_of
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import Database
from storage.database.migration import MIGRATIONS, NewerDatabase
from storage.figures.recount import Recount
from tests.handlers.centre import DUTY, LEADER, OTHER, OWNER, Centre, centre_with
from tests.storage.rows import open_and_close, rows
from tests.upgrades.__main__ import GROUP, figures_of
from tests.upgrades.kept import KeptDatabase, kept_databases

KEPT = kept_databases()
SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view'"
BINDING = 4
"""The first schema that could have a chat bound."""
DELIVERIES = "SELECT number, report, period, chat, state FROM delivery ORDER BY number"
every_schema = pytest.mark.parametrize("kept", KEPT, ids=[kept.name for kept in KEPT])


def _words(file: Path) -> dict[str, list[str]]:
    """Return each table, index and trigger as its words, whatever the order of its columns."""
    return {
        name: sorted(re.findall(r"[\w']+|[^\s\w\"]", re.sub("--.*", "", sql))) for name, sql in rows(file, SCHEMA)
    }


def test_the_newest_schema_is_among_them() -> None:
    newest = len(list(MIGRATIONS.glob("*.sql")))

    assert KEPT[-1].version == newest, "Run `python -m tests.upgrades`, and keep the files that it writes."


@every_schema
async def test_it_becomes_as_one_made_today_with_the_figures_that_its_own_program_counted(
    kept: KeptDatabase, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    await open_and_close(new)
    kept.restore(old)
    async with Database.open(old) as database:
        sound = await database.read("PRAGMA integrity_check"), await database.read("PRAGMA foreign_key_check")
        differences = await Recount(database).differences()
        figures = await figures_of(database, kept.config(tmp_path), kept.moment.date())

    assert sound == ([("ok",)], [])
    assert differences == []
    assert _words(old) == _words(new)
    assert _asked(figures, kept.figures) == kept.figures


def _asked(figures: Any, told: Any) -> Any:  # noqa: ANN401 - JSON
    """Return of the figures those that the older program knew of."""
    return {name: _asked(figures[name], told[name]) for name in told} if isinstance(told, dict) else figures


@every_schema
async def test_everybody_goes_on_as_before_and_the_next_report_holds_what_is_registered_now(
    kept: KeptDatabase, tmp_path: Path
) -> None:
    config, file = kept.config(tmp_path), tmp_path / "vaktlogg.db"
    kept.restore(file)
    async with centre_with(config, forms_of(config), file) as centre:
        centre.now = kept.now + timedelta(hours=4)
        sent = await centre.rows(DELIVERIES)
        await centre.cases.delivery.deliver_due()
        resent = await centre.rows(DELIVERIES), centre.shown.at(GROUP).texts
        roles = [seat and seat.role for seat in map(centre.cases.stores.seats.of, (OWNER, LEADER, DUTY, OTHER))]
        receipt = await _registered(centre, kept)
        shown = await centre.write("stats", f"{kept.moment:%Y-%m}", seat=OWNER)
        shifts = await centre.write("shifts", seat=LEADER)
        centre.now = _day_of_report(kept.now)
        await centre.cases.delivery.deliver_due()
        texts = centre.shown.at(GROUP).texts
        await centre.cases.delivery.deliver_due()
        again = centre.shown.at(GROUP).texts
        delivered = await centre.rows(DELIVERIES)

    total = kept.figures["call"][str(kept.moment.year)]["months"][f"{kept.moment:%Y-%m}"]["total"] + 1
    assert resent == (sent, [])
    assert roles == ["administrator", "leader", "staff", "staff"]
    assert receipt.text.startswith("Lagret")
    assert f"{total}\u00a0samtale" in shown.text
    assert shifts.text
    assert (delivered[: len(sent)], {state for *_, state in delivered}) == (sent, {"sent"})
    assert again == texts
    assert kept.version < BINDING or f"{total}\u00a0samtale" in "\n".join(texts)


async def _registered(centre: Centre, kept: KeptDatabase) -> View:
    """Register a call from the duty phone, and return its receipt."""
    await centre.write("log")
    choice = ("Ny samtale",) if len(kept.forms) > 1 else ()
    return await centre.tap(*choice, "Politi", "Vold", "Ja")


def _day_of_report(now: datetime) -> datetime:
    """Return the morning on which the month is reported."""
    following = now.replace(day=1) + timedelta(days=32)
    return following.replace(day=3, hour=8, minute=10)


async def test_an_older_program_leaves_a_newer_database_alone_and_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "vaktlogg.db"
    rows(file, "PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(NewerDatabase) as refused:
        await open_and_close(file)

    assert file.read_bytes() == before
    assert refused.value.sentence(Language("nb").text) == (
        "Databasen er laget av en nyere Vaktlogg, og ingenting er endret. Installer den versjonen igjen, eller"
        " gjenopprett kopien fra før oppdateringen."
    )
