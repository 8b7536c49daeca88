"""Taps at the desk that cannot be answered: a sentence says so, and nothing is lost."""

import pytest

from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.storage.rows import rows

NO_BUTTON = "Denne knappen virker ikke lenger. Trykket er ikke lagret."
STATE = "SELECT voided_at IS NOT NULL, revision FROM record"


def alerts(page: Page) -> str:
    """Return what stands in the page's alerts."""
    return "\n".join(part.partition("</p>")[0] for part in page.html.split('role="alert">')[1:])


def undoing(page: Page) -> str:
    """Return what the first button that undoes a call carries."""
    return next(value for form in page.forms for label, _, value in form.buttons if label == "Angre")


async def send(browser: Browser, tap: str, **fields: str) -> Page:
    """Tap a button that carries this, as a forged form would."""
    page = await browser.open("/shift")
    token = dict(page.form("/compare").fields)["token"]
    return await browser.send("/tap", [("token", token), ("tap", tap), *fields.items()])


@pytest.mark.parametrize(
    "tap", ["", "x", "Undo:", "Undo:AAAAAAAAAA", "call:::::", "Undo:\u00e6" * 40, "Form:nothing"]
)
async def test_a_tap_on_no_button_of_ours_says_so(browser: Browser, tap: str) -> None:
    page = await send(browser, tap)

    assert (page.status, NO_BUTTON in page.text) == (200, True)


async def test_a_tap_on_a_form_that_has_changed_says_so_and_leaves_the_form_at_hand(browser: Browser) -> None:
    page = await send(browser, "call:AAAAAAAAAAAAA....A0.......")

    assert "Skjemaet er endret siden denne knappen ble laget." in page.text


async def test_what_another_seat_has_registered_stays_as_it_is(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    tap = undoing(await browser.register(0, 1, 0))

    page = await send(other, tap)

    assert "Bare den som førte samtalen, kan endre den" in alerts(page)
    assert rows(inhouse.folder / "vaktlogg.db", STATE) == [(0, 1)]


@pytest.mark.parametrize("tap", ["Shifts:0", "Audit:0", "People:0", "Remove:1"])
async def test_a_tap_for_another_role_shows_and_changes_nothing(
    inhouse: InHouse, browser: Browser, tap: str
) -> None:
    page = await send(browser, tap)

    assert page.status == 200
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT count(*) FROM seat") == [(1,)]
    assert "card answer" not in page.html


async def test_where_the_tap_cannot_be_kept_an_alert_says_so_and_the_same_tap_can_be_made_again(
    inhouse: InHouse, browser: Browser
) -> None:
    await browser.register(0, 1, 0)
    assert inhouse.parts is not None
    inhouse.parts.database.distrust("a test")

    failed = await browser.press("Angre")
    inhouse.parts.database.trust()
    page = await browser.press("Prøv igjen")

    assert "Ingenting er endret." in alerts(failed)
    assert "Hent tilbake" in page.buttons()


async def test_a_correction_that_cannot_be_kept_goes_on_where_it_was(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)
    await browser.press("Endre")
    await browser.press("Bakgrunn")
    assert inhouse.parts is not None
    inhouse.parts.database.distrust("a test")

    await browser.press("Nei")
    inhouse.parts.database.trust()
    await browser.press("Prøv igjen")

    assert rows(inhouse.folder / "vaktlogg.db", "SELECT minority FROM calls") == [("no",)]


async def test_a_time_that_cannot_be_kept_is_told_in_an_alert(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)
    assert inhouse.parts is not None
    inhouse.parts.database.distrust("a test")

    page = await browser.press("Flytt", hour="9")

    assert "Ingenting er endret." in alerts(page)


async def test_a_seat_that_has_lapsed_is_told_that_nothing_is_saved(inhouse: InHouse, browser: Browser) -> None:
    tap = undoing(await browser.register(0, 1, 0))
    fields = [("token", dict(browser.page.form("/compare").fields)["token"]), ("tap", tap)]
    assert inhouse.parts is not None
    await inhouse.parts.database.write("UPDATE seat SET used_on = '2026-01-01'")
    await inhouse.parts.people.stores.seats.load()

    page = await browser.send("/tap", fields)

    assert "Ingenting er lagret." in alerts(page)
    assert rows(inhouse.folder / "vaktlogg.db", STATE) == [(0, 1)]


async def test_a_card_of_another_seat_stays_where_it_is(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    assert inhouse.parts is not None
    seats = [seat.number for seat in inhouse.parts.people.stores.seats.all]
    card = await inhouse.parts.people.stores.cards.put(seats[0], "Til den ene", [])

    page = await other.open("/shift")
    await other.send("/close", [("token", dict(page.form("/compare").fields)["token"]), ("card", str(card))])

    assert "Til den ene" in (await browser.open("/shift")).text


@pytest.mark.parametrize("card", ["", "0", "-", "--1", "1" * 40, "\u0661", "-1"])
async def test_a_card_that_is_not_there_changes_nothing(browser: Browser, card: str) -> None:
    page = await send(browser, "Last:0", card=card)

    assert (page.status, "Ingen samtaler er ført her ennå." in page.text) == (200, True)
