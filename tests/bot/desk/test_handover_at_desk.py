"""The question at the handover as a card: answered at any desk of any seat, and in the chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.chat_desk import until
from tests.bot.desk.both_ways import asking, both_ways
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.bot.tapping import tap
from tests.storage.rows import rows

QUESTION = "Hvor mange besvarte anrop inn viser telefonen?"
SHIFT = "SELECT step, counted, outgoing FROM shift WHERE began = '2026-11-03T07:30'"


def kept(inhouse: InHouse, query: str = SHIFT) -> list[tuple[object, ...]]:
    """Ask the database file."""
    return rows(inhouse.folder / "vaktlogg.db", query)


async def shows(browser: Browser, words: str) -> Page:
    """Look at the shift until it says something."""
    while words not in (await browser.open("/shift")).text:
        pass
    return browser.page


async def handed_over(inhouse: InHouse, *browsers: Browser) -> None:
    """Let the day shift end, and wait until each browser shows the question."""
    await until(lambda: bool(kept(inhouse, "SELECT since FROM shifts_since")))
    inhouse.clock.move(minutes=45)
    for browser in browsers:
        await shows(browser, QUESTION)


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    """Run a centre that asks at handovers."""
    inhouse = asking(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def same(inhouse: InHouse, browser: Browser) -> AsyncIterator[Browser]:
    """Open a second browser of the first one's seat."""
    del browser
    assert inhouse.parts is not None
    seat = inhouse.parts.people.stores.devices.all[0].seat
    async with inhouse.browser() as same:
        await inhouse.let_in(same, seat=seat)
        yield same


@pytest.mark.parametrize(
    ("pressed", "answered"),
    [
        (("0", "0"), ("done", 0, 0)),
        (("Vet ikke", "Hopp over"), ("done", None, None)),
        (("6 eller flere", "7", "Hopp over", "11–15", "12"), ("done", 7, 12)),
        (("2", "Uten detaljer", "0"), ("done", 2, 0)),
        (("2", "Gjaldt noe annet", "0"), ("done", 2, 0)),
        (("2", "‹ Tilbake", "0", "Hopp over"), ("done", 0, None)),
    ],
)
async def test_every_step_is_answered_on_the_card(
    inhouse: InHouse, browser: Browser, pressed: tuple[str, ...], answered: tuple[object, ...]
) -> None:
    await handed_over(inhouse, browser)

    for label in pressed:
        await browser.press(label)

    assert kept(inhouse) == [answered]
    assert "Lukk" in browser.page.buttons()


async def test_an_answered_card_goes_when_it_is_closed(inhouse: InHouse, browser: Browser) -> None:
    await handed_over(inhouse, browser)
    await browser.press("0")
    await browser.press("Hopp over")

    page = await browser.press("Lukk")

    assert "Takk for innsatsen" not in page.text


async def test_two_desks_of_one_seat_have_the_same_card(inhouse: InHouse, browser: Browser, same: Browser) -> None:
    await handed_over(inhouse, browser, same)
    await browser.press("0")

    page = await same.open("/shift")

    assert "Samtaler ut på vakten?" in page.text
    assert QUESTION not in page.text


async def test_the_first_seat_to_answer_settles_it_for_the_other(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    await handed_over(inhouse, browser, other)
    await browser.press("0")

    page = await other.press("5")

    assert "Vakten er allerede besvart." in page.text
    assert kept(inhouse) == [("outgoing", 0, None)]


async def test_a_missing_call_is_registered_from_the_card_on_the_form_and_the_card_counts_down(
    inhouse: InHouse, browser: Browser
) -> None:
    await handed_over(inhouse, browser)
    await browser.press("2")
    page = await browser.press("Før nå")
    links = [link for link in page.links if "&at=" in link[1]]

    await browser.register(0, 1, 0, day="2026-11-03", hour="9")
    left = await browser.open("/shift")

    assert ("09–10", "/?form=call&at=2026-11-03T09") in links
    assert "Da mangler 1." in left.text


async def test_a_call_in_the_hour_that_two_shifts_share_goes_to_the_shift_that_is_asked(
    inhouse: InHouse, browser: Browser
) -> None:
    await handed_over(inhouse, browser)
    await browser.press("1")
    await browser.press("Før nå")
    for label in ("07–08", "NAV", "Vold", "Ja"):
        await browser.press(label)

    assert kept(inhouse, "SELECT occurred_at, shift FROM record") == [("2026-11-03T07", "2026-11-03T07:30")]


async def test_an_answer_at_the_desk_changes_the_message_in_the_chat(tmp_path: Path) -> None:
    async with both_ways(tmp_path) as (inhouse, browser, person):
        await handed_over(inhouse, browser)
        await browser.press("0")

        await person.wait_for("Samtaler ut på vakten?")


async def test_an_answer_in_the_chat_changes_the_card_at_the_desk(tmp_path: Path) -> None:
    async with both_ways(tmp_path) as (inhouse, browser, person):
        await handed_over(inhouse, browser)
        asked = await person.wait_for(QUESTION)
        await tap(person, asked.id, "0", "Hopp over")

        page = await shows(browser, "Alt er ført. Takk for innsatsen!")

    assert "Lukk" in page.buttons()


async def test_where_the_chat_is_out_of_reach_the_desk_answers_all_the_same(tmp_path: Path) -> None:
    async with both_ways(tmp_path) as (inhouse, browser, person):
        await handed_over(inhouse, browser)
        await person.wait_for(QUESTION)
        person.block()

        page = await browser.press("0")

        assert "Samtaler ut på vakten?" in page.text
        assert kept(inhouse) == [("outgoing", 0, None)]
