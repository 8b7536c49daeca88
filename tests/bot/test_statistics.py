"""Asking for the figures in the chat."""

import functools
import sys
from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from bot.assembly import assembled
from bot.config.forms import forms_of
from bot.demo.calls import invented_calls
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.person import Person, Shown
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.hour import Hour
from storage.records.records import Records
from tests.bot.chat_desk import LEADER, Desk, until

PNG = b"\x89PNG"


async def fill(desk: Desk) -> None:
    """Keep invented calls from January 2025 until 3 November 2026."""
    form = forms_of(desk.config)["call"]
    async with Database.open(desk.config.database.path) as database:
        drafts = list(invented_calls(form, date(2025, 1, 1), date(2026, 11, 3), Random(1)))
        await Records(database).save_all(drafts, now=Hour.of(desk.clock()))


async def picture_of(person: Person, heading: str) -> Shown:
    """Wait for the picture whose caption begins with this heading."""
    return await person.wait_for(
        lambda shown: shown.photo is not None and shown.text.startswith(heading), timeout=20
    )


async def test_stats_shows_the_running_month_and_turns_earlier_wider_and_back(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        person = desk.person(LEADER)
        person.send("/stats")
        first = await picture_of(person, "November 2026, til og med 3. november")
        person.tap("‹ Oktober 2026")
        month = await picture_of(person, "Oktober 2026")
        person.tap("Tertial")
        await picture_of(person, "3.\u00a0tertial 2026")
        person.tap("År")
        year = await picture_of(person, "2026, til og med 3. november")
        person.tap("Måned")
        await picture_of(person, "November 2026")

    assert first.id == month.id == year.id
    assert first.photo is not None
    assert first.photo.startswith(PNG)
    assert first.photo != month.photo
    assert first.buttons == (("‹ Oktober 2026",), ("Tertial", "År"), ("Annen periode",), ("Krysstabell",))
    assert month.buttons[0] == ("‹ September 2026", "November 2026 ›")
    assert "sendChatAction" in [request.method for request in desk.telegram.requests]


def _picture_after(message: int) -> Callable[[Shown], bool]:
    return lambda shown: shown.id > message and shown.photo is not None


async def test_staff_see_whole_closed_months_only(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        person = desk.person()
        for words, heading in (
            ("", "Oktober 2026\n"),
            ("2026-11", "Oktober 2026\n"),
            ("2026-T3", "3.\u00a0tertial 2026, til og med 31. oktober\n"),
            ("2026", "2026, til og med 31. oktober\n"),
            ("2026-09", "September 2026\n"),
        ):
            before = max(shown.id for shown in person.messages) if person.messages else 0
            person.send(f"/stats {words}")
            shown = await person.wait_for(_picture_after(before), timeout=20)
            assert shown.text.startswith(heading)
            if words == "":
                assert shown.buttons[0] == ("‹ September 2026",)
        person.tap_data(shown.id, "Stats:call-2026-11")
        await picture_of(person, "Oktober 2026")
        person.tap_data(shown.id, "Table:call-2026-11")
        await person.wait_for_notice("Denne knappen virker ikke lenger.")


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("2025", "2025"),
        ("2025-07", "Juli 2025"),
        ("2025-T2", "2.\u00a0tertial 2025"),
        ("juli 2025", "Juli 2025"),
        ("forrige måned", "Oktober 2026"),
    ],
)
async def test_a_period_can_be_written_as_people_write_it(desk: Desk, words: str, heading: str) -> None:
    await fill(desk)
    async with desk.open():
        desk.person(LEADER).send(f"/stats {words}")
        shown = await picture_of(desk.person(LEADER), heading)

    assert len(shown.text.encode("utf-16-le")) <= 2 * 1024


async def test_of_a_period_before_everything_that_is_known_just_that_is_said(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        leader = desk.person(LEADER)
        leader.send("/stats 2019")
        told = await leader.wait_for("Det er ikke ført noe for 2019.")
        leader.tap("Annen periode")
        await leader.wait_for("Hvilken periode?")

    assert told.text.endswith("Den første samtalen er fra januar 2025.")
    assert not [shown for shown in leader.messages if shown.photo]


async def test_a_wrong_period_is_answered_with_the_forms_that_work(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk.open():
        desk.person(LEADER).send("/stats Fatima")
        answered = await desk.person(LEADER).wait_for("Disse går")

    assert "Fatima" not in answered.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_no_records_at_all_give_a_picture_that_says_so(desk: Desk) -> None:
    async with desk.open():
        desk.person(LEADER).send("/stats")
        shown = await picture_of(desk.person(LEADER), "November 2026")

    assert "Ingen samtaler" in shown.text


async def test_where_no_picture_can_be_drawn_the_figures_come_in_words(desk: Desk) -> None:
    desk.assemble = functools.partial(assembled, worker=WorkerClient(("false",)))
    await fill(desk)
    async with desk.open():
        desk.person(LEADER).send("/stats")
        shown = await desk.person(LEADER).wait_for("Diagrammet mangler. Alle tallene står her.", timeout=15)

    assert shown.text.startswith("November 2026")
    assert shown.photo is None


async def test_a_tap_is_answered_while_a_picture_is_drawn(desk: Desk) -> None:
    started, released = desk.folder / "started", desk.folder / "released"
    wait = 'touch "$1"; until [ -e "$2" ]; do sleep 0.05; done; exec "$0" -m reports.worker'
    command = ("sh", "-c", wait, sys.executable, str(started), str(released))
    desk.assemble = functools.partial(assembled, worker=WorkerClient(command))
    await fill(desk)
    async with desk.open():
        leader, person = desk.person(LEADER), await desk.fresh_form()
        leader.send("/stats 2025")
        await until(started.exists)
        await desk.register(person, "NAV", "Vold", "Ja")
        drawn_before = [shown for shown in leader.messages if shown.photo]
        released.touch()
        await picture_of(leader, "2025")

    assert drawn_before == []


async def test_every_twentieth_call_failing_leaves_no_question_without_its_picture(desk: Desk) -> None:
    await fill(desk)
    desk.telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, every=3))
    async with desk.open():
        desk.person(LEADER).send("/stats 2025")
        await picture_of(desk.person(LEADER), "2025")
        desk.person(LEADER).tap("2026 ›")
        await picture_of(desk.person(LEADER), "2026")


async def test_figures_that_do_not_fit_under_a_turned_picture_are_a_tap_away(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        person = desk.person(LEADER)
        person.send("/stats")
        await picture_of(person, "November 2026")
        person.tap("År")
        await picture_of(person, "2026")
        before = len(person.messages)
        person.tap("Alle tallene")
        told = await person.wait_for(lambda shown: shown.id > before and "Barnevernet" in shown.text)

    assert told.text.startswith("2026, til og med 3. november")


@pytest.mark.parametrize("subject", ["call-2016-13", "call-", "nope-2016", "call-2016-T4", "call-99999", "x"])
async def test_a_hostile_turn_is_answered_and_changes_nothing(desk: Desk, subject: str) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        person.tap_data(person.messages[-1].id, f"Stats:{subject}")
        await person.wait_for_notice("Denne knappen virker ikke lenger.")
