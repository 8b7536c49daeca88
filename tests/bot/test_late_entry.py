"""A call that is registered later: by buttons alone, in its own hour, counted when it took place."""

from datetime import datetime

import pytest

from reports.analysis.period import Period
from reports.analysis.tally import tally
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.reader import OWN_FORMS, read_form
from tests.bot.chat_desk import LEADER, OSLO, Desk
from tests.bot.tapping import EARLIER, answer_to, call, carried, fresh, labels, opened, tap

FORM = read_form(OWN_FORMS / "call.toml")
TIMES = "SELECT occurred_at, recorded_at, shift FROM record ORDER BY id"


@pytest.fixture(autouse=True)
def _clock_is_moved(desk: Desk) -> None:
    """Take a moved clock for time gone by."""
    desk.take_moved_clock_for_time_gone_by()


def at(desk: Desk, moment: str) -> None:
    """Set the clock."""
    desk.clock.now = datetime.fromisoformat(moment).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("now", "way", "head", "occurred_at", "shift"),
    [
        (
            "2026-11-03T14:20",
            ["11–12"],
            "Tirsdag 3. november, kl.\u00a011–12",
            "2026-11-03T11",
            "2026-11-03T07:30",
        ),
        ("2026-11-03T14:20", ["I natt", "i går 23–24"], "Mandag 2. november", "2026-11-02T23", "2026-11-02T22:30"),
        ("2026-11-03T14:20", ["I natt", "03–04"], "Tirsdag 3. november", "2026-11-03T03", "2026-11-02T22:30"),
        ("2026-11-03T14:20", ["I går", "15–16"], "Mandag 2. november", "2026-11-02T15", "2026-11-02T15:00"),
        (
            "2026-11-03T14:20",
            ["En annen dag", "lør. 31.10.", "23–24"],
            "Lørdag 31. oktober",
            "2026-10-31T23",
            "2026-10-31T22:30",
        ),
        (
            "2026-11-03T14:20",
            ["En annen dag", "søn. 4.10.", "00–01"],
            "Søndag 4. oktober",
            "2026-10-04T00",
            "2026-10-03T22:30",
        ),
        ("2026-11-03T00:30", ["i går 22–23"], "Mandag 2. november", "2026-11-02T22", "2026-11-02T15:00"),
        ("2027-01-01T01:10", ["i går 23–24"], "Torsdag 31. desember", "2026-12-31T23", "2026-12-31T22:30"),
        ("2027-01-01T09:10", ["I går", "09–10"], "Torsdag 31. desember", "2026-12-31T09", "2026-12-31T07:30"),
        ("2026-10-25T03:10", ["02–03"], None, "2026-10-25T02", "2026-10-24T22:30"),
    ],
)
async def test_an_earlier_call_is_entered_by_buttons_and_its_hour_stands_above_it(
    desk: Desk, now: str, way: list[str], head: str | None, occurred_at: str, shift: str
) -> None:
    at(desk, now)
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        asked = await tap(person, form.id, EARLIER)
        screen = await tap(person, form.id, *way)
        receipt = await tap(person, form.id, "NAV", "Vold", "Ja")
        await person.wait_for("Klar for neste samtale")

    assert asked.text == "Tidligere samtale\nNår var samtalen?"
    assert screen.text.startswith(head or "Hvem ringte, og for hvem?")
    assert receipt.text.splitlines()[-1].startswith(head or "Søndag 25. oktober, kl.\u00a002–03")
    assert desk.rows(TIMES) == [(occurred_at, now[:13], shift)]


async def test_back_from_the_choice_of_time_begins_the_call_of_now_again(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        back = await tap(person, form.id, EARLIER, "En annen dag", "‹ Tilbake", "‹ Tilbake")
        await tap(person, form.id, "NAV", "Vold", "Ja")

    assert (back.text, back.buttons) == (form.text, form.buttons)
    assert desk.rows(TIMES) == [("2026-11-03T14", "2026-11-03T14", "2026-11-03T07:30")]


async def test_a_late_call_is_no_call_of_today(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        late = await tap(person, form.id, EARLIER, "I går", "15–16", "NAV", "Vold", "Ja")
        receipt = await call(person)

    assert late.text.startswith("Lagret\nNAV")
    assert receipt.text.startswith("Lagret · nr.\u00a01 i dag")


async def test_a_one_tap_end_can_be_entered_late_too(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        for label in ("Taus samtale", "Vil ikke registreres"):
            form = await fresh(person)
            await tap(person, form.id, EARLIER, "En annen dag", "lør. 31.10.", "23–24", label)

    assert desk.rows("SELECT occurred_at, outcome FROM calls ORDER BY id DESC") == [
        ("2026-10-31T23", "irrelevant"),
        ("2026-10", "declined"),
    ]


async def test_a_call_of_the_months_last_night_counts_in_its_month_and_the_summary_says_how_many_came_late(
    desk: Desk,
) -> None:
    at(desk, "2026-11-03T09:10")
    async with desk.open():
        person, leader = desk.person(), desk.person(LEADER)
        for way in (
            ["En annen dag", "lør. 31.10.", "23–24"],
            ["En annen dag", "søn. 1.11.", "00–01"],
            ["I går", "15–16"],
        ):
            form = await fresh(person)
            await tap(person, form.id, EARLIER, *way, "NAV", "Vold", "Ja")
        await call(person)
        october = await answer_to(leader, "/stats 2026-10", "Oktober 2026")
        november = await answer_to(leader, "/stats 2026-11", "November 2026")

    assert "1\u00a0samtale" in october.text
    assert "3\u00a0samtaler" in november.text
    assert "1 er ført i ettertid." in october.text
    assert "1 er ført i ettertid." in november.text
    async with Database.open(desk.config.database.path) as database:
        for month, total, late in (("2026-10", 1, 1), ("2026-11", 3, 1)):
            period = Period.named(month)
            counts = Counts(database)
            assert tally(FORM, period, await counts.between("call", period.first, period.after)).total == total
            assert await counts.late("call", period.first, period.after) == late


async def test_a_calls_time_is_corrected_on_its_receipt_and_counts_from_there(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        asked = await tap(person, receipt.id, "Tidspunkt")
        moved = await tap(person, receipt.id, "En annen dag", "lør. 31.10.", "23–24")
        notice = await person.wait_for_notice("Endret.")
        same = await tap(person, receipt.id, "Tidspunkt")
        person.tap_data(receipt.id, carried(person, receipt.id, "‹ Tilbake"))
        await fresh(person)

    assert asked.text == "Politi · vold\nMinoritetsspråklig bakgrunn: nei\nNår var samtalen?"
    assert moved.text.splitlines()[-1] == "Lørdag 31. oktober, kl.\u00a023–24"
    assert moved.text.splitlines()[0] == "Lagret"
    assert not notice.alert
    assert same.text == asked.text
    assert desk.rows(TIMES) == [("2026-10-31T23", "2026-11-03T14", "2026-10-31T22:30")]
    assert desk.rows("SELECT what, before, after FROM change") == [
        ("occurred_at", "2026-11-03T14", "2026-10-31T23")
    ]


async def test_the_same_hour_again_is_no_correction(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        after = await tap(person, receipt.id, "Tidspunkt", "14–15")
        await person.wait_for_notice("Ingenting er endret.")

    assert after.text == receipt.text
    assert desk.rows("SELECT * FROM change") == []


async def test_an_hour_chosen_twice_is_chosen_once_and_a_call_entered_twice_is_kept_once(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        for label in (EARLIER, "I går", "15–16", "NAV", "Vold", "Ja"):
            data = carried(person, form.id, label)
            await tap(person, form.id, label)
            person.tap_data(form.id, data)
            await fresh(person)

    assert [row[0] for row in desk.rows(TIMES)] == ["2026-11-02T15"]


async def test_one_more_like_a_late_call_is_of_now_and_can_be_moved(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        late = await tap(person, form.id, EARLIER, "I går", "15–16", "NAV", "Vold", "Ja")
        more = await opened(person, late.id, "Én til som denne")
        await tap(person, more.id, "Nei", "Tidspunkt", "I går", "16–17")

    assert labels(more) == ["‹ Tilbake", "Ja", "Nei", "Ikke kjent"]
    assert [row[0] for row in desk.rows(TIMES)] == ["2026-11-02T15", "2026-11-02T16"]


async def test_a_call_before_midnight_on_the_months_last_day_says_on_its_receipt_where_it_landed(
    desk: Desk,
) -> None:
    at(desk, "2026-11-01T00:20")
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        before = await tap(person, form.id, EARLIER, "i går 23–24", "NAV", "Vold", "Ja")
        after = await call(person)

    assert before.text.splitlines()[-1] == "Lørdag 31. oktober, kl.\u00a023–24"
    assert after.text.splitlines()[-1] == "Søndag 1. november, kl.\u00a000–01"
    assert desk.rows("SELECT month FROM record ORDER BY id") == [("2026-10",), ("2026-11",)]
