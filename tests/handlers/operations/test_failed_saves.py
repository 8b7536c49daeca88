"""The administrators are told why nothing can be saved, and it is said to have been told only where it was."""

import asyncio
from pathlib import Path

import pytest

from handlers.conversation import Handle, Refused
from handlers.operations.failed_saves import FailedSaves
from handlers.view import View
from storage.database.connection import (
    DatabaseDamaged,
    DatabaseFault,
    DatabaseLocked,
    DatabaseMoved,
    DatabaseReadOnly,
    DiskFull,
)
from tests.handlers.centre import OWNER, Centre

FULL = DiskFull("The disk is full.")
TOLD = "Administratoren har fått beskjed."


@pytest.fixture
def failures(centre: Centre) -> FailedSaves:
    """Tell the centre's administrators."""
    return FailedSaves(centre.cases.operations.alerts, Path("/srv/v.db"))


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (FULL, "Gjør plass på disken, så går lagringen videre av seg selv."),
        (DatabaseLocked(""), "Avslutt det andre programmet, så går lagringen videre av seg selv."),
        (DatabaseReadOnly(""), "La Vaktlogg skrive til /srv/v.db og mappen den ligger i"),
        (DatabaseMoved(""), "Legg /srv/v.db tilbake"),
        (DatabaseDamaged("a page"), "vaktlogg restore FIL. Dette ble funnet i /srv/v.db: a page."),
        (DatabaseFault(""), "Loggen til Vaktlogg forteller mer."),
    ],
)
async def test_each_reason_has_its_advice(
    fault: DatabaseFault, advice: str, centre: Centre, failures: FailedSaves
) -> None:
    assert await failures.tell(fault)

    assert advice in centre.sees(OWNER).texts[0]


async def test_each_reason_is_told_once_a_day_and_those_who_ask_at_the_same_time_know_it_too(
    centre: Centre, failures: FailedSaves
) -> None:
    told = await asyncio.gather(failures.tell(FULL), failures.tell(FULL), failures.tell(DatabaseLocked("")))
    centre.move(days=1)
    await failures.tell(FULL)

    assert all(told)
    assert len(centre.sees(OWNER).texts) == 3


async def test_a_call_that_a_read_only_file_refuses_is_not_saved_and_the_administrator_is_told(
    centre: Centre,
) -> None:
    await centre.write("log")
    await centre.database.write("PRAGMA query_only = ON")
    refused = await centre.tap("Taus samtale")

    assert refused.text.startswith("IKKE LAGRET. Databasen kan ikke skrives til.\n")
    assert refused.text.endswith(f"\n{TOLD}")


async def test_where_no_administrator_was_reached_none_is_said_to_have_been_told(centre: Centre) -> None:
    await centre.write("log")
    await centre.database.write("PRAGMA query_only = ON")
    centre.sees(OWNER).trouble = Refused("blocked")

    assert TOLD not in (await centre.tap("Taus samtale")).text


async def test_an_administrator_who_cannot_be_told_soon_keeps_nobody_waiting(
    centre: Centre, failures: FailedSaves, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_view: View) -> Handle:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr("handlers.operations.failed_saves.TELL_SECONDS", 0.01)
    monkeypatch.setattr(centre.sees(OWNER), "show", never)

    assert not await failures.tell(FULL)
