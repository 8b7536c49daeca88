"""What the page about the house refuses, and how it is said: days, names, what others changed meanwhile."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.people.seat import Role
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.residence import arrive, kept, named, open_stay, residence, stays_of

TODAY, OLD = "2026-11-03", "2026-06-15"


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = residence(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.mark.parametrize(
    ("form", "days", "sentence"),
    [
        ("adult", {"arrived": "2026-11-04"}, "Ankomst: Velg i dag eller en dag før."),
        ("adult", {"arrived": ""}, "Ankomst: Velg en dag."),
        ("adult", {"arrived": "i går"}, "Ankomst: Velg en dag."),
        (
            "adult",
            {"arrived": OLD},
            "Ankomst: Velg 3. oktober 2026 eller senere. Dager før det kan en leder føre.",
        ),
        ("adult", {"arrived": "2026-10-10", "left": "2026-11-04"}, "Avreise: Velg i dag eller en dag før."),
        ("adult", {"arrived": "2026-10-10", "left": "2026-10-10"}, "Avreise: Velg en dag etter 10. oktober 2026."),
        ("queue", {"arrived": "2026-10-10", "left": "2026-10-09"}, "Ferdig: Velg 10. oktober 2026 eller senere."),
    ],
)
async def test_a_day_that_cannot_be_is_refused_in_a_sentence_and_what_was_filled_in_stands_there_still(
    inhouse: InHouse, browser: Browser, form: str, days: dict[str, str], sentence: str
) -> None:
    page = await arrive(browser, form, label="4", **days)

    assert page.status == 422
    assert sentence in page.text
    assert "Ingenting er lagret ennå." in page.text
    assert form == "queue" or ("label", "4") in page.form("/house/new").fields
    assert kept(inhouse) == []


async def test_who_waits_can_be_done_on_the_day_of_asking(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, "queue", arrived="2026-10-10", left="2026-10-10")

    assert kept(inhouse)[0][2:4] == ("2026-10-10", "2026-10-10")


@pytest.mark.parametrize("role", ["leader", "administrator"])
async def test_a_leader_enters_and_corrects_what_is_up_to_a_year_old(inhouse: InHouse, role: Role) -> None:
    async with inhouse.browser() as leader:
        await inhouse.let_in(leader, role)
        page = await arrive(leader, arrived=OLD, left="2026-08-20", sex="man")
        assert page.path.startswith("/house/")

        await leader.press("Lagre", **named({"destination": "back"}))

    assert '"destination":"back"' in str(kept(inhouse)[0][-1])


async def test_what_was_closed_long_ago_is_the_leaders(inhouse: InHouse, browser: Browser) -> None:
    async with inhouse.browser() as leader:
        await inhouse.let_in(leader, "administrator")
        page = await arrive(leader, arrived="2026-07-15", left="2026-08-20", sex="man")
        address = page.path

    listed = await browser.open("/house")
    page = await browser.open(address)

    assert "Reiste nylig" not in listed.text
    assert page.status == 403
    assert "Dette ble avsluttet for mer enn 31 dager siden. En leder kan fortsatt rette det." in page.text


async def test_a_stay_that_began_long_ago_is_everybodys_while_it_is_open(
    inhouse: InHouse, browser: Browser
) -> None:
    async with inhouse.browser() as leader:
        await inhouse.let_in(leader, "administrator")
        await arrive(leader, arrived=OLD, sex="man")
    await open_stay(browser)

    await browser.press("Reiser i dag")

    assert kept(inhouse)[0][2:4] == (OLD, TODAY)


@pytest.mark.parametrize("written", ["Kari", "Ali", "Rom Fire", "Anne-Lise 2", "4@b", "1234567890123"])
async def test_a_room_that_could_be_a_name_is_refused(inhouse: InHouse, browser: Browser, written: str) -> None:
    page = await arrive(browser, label=written)

    assert page.status == 422
    assert "Aldri navn." in page.text
    assert kept(inhouse) == []


@pytest.mark.parametrize("written", ["4", "12 B", "Rom 4", "B-4", "NØ", " 7 "])
async def test_a_room_is_a_number_or_a_short_code(inhouse: InHouse, browser: Browser, written: str) -> None:
    await arrive(browser, label=written)

    assert kept(inhouse)[0][4] == written.strip()


@pytest.mark.parametrize(
    ("written", "status"), [("999", 200), ("1000", 422), ("-1", 422), ("to", 422), ("٣", 422)]
)
async def test_a_number_is_written_in_digits(browser: Browser, written: str, status: int) -> None:
    page = await arrive(browser, children=written)

    assert page.status == status
    assert ("Barn som kom med: Skriv et helt tall fra 0 til 999." in page.text) == (status != 200)


@pytest.mark.parametrize("answer", [{"sex": "dog"}, {"age": "retired"}, {"violence__x": "x"}])
async def test_an_answer_that_is_not_offered_is_refused(
    inhouse: InHouse, browser: Browser, answer: dict[str, str]
) -> None:
    page = await arrive(browser, **answer)

    assert page.status == 422
    assert kept(inhouse) == []


async def test_of_two_browsers_the_second_is_shown_what_the_first_has_saved(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    await arrive(browser, label="4", sex="woman")
    for one in (browser, other):
        await open_stay(one)
    await browser.press("Lagre", **named({"age": "young"}))

    page = await other.press("Lagre", **named({"age": "old"}))

    assert page.status == 409
    assert "endret" in page.text
    assert ("q.age", "young") in page.forms[1].fields
    assert '"age":"young"' in str(kept(inhouse)[0][-1])
    await other.press("Lagre", **named({"age": "old"}))
    assert '"age":"old"' in str(kept(inhouse)[0][-1])


async def test_the_same_change_sent_twice_is_made_once(browser: Browser) -> None:
    await arrive(browser, label="4", sex="woman")
    await open_stay(browser)
    await browser.press("Lagre", **named({"age": "young"}))

    page = await browser.send(*browser.sent)

    assert page.status == 200
    assert "Lagret: 4" in page.text


async def test_whoever_does_not_want_to_be_registered_is_counted_and_no_more(
    inhouse: InHouse, browser: Browser
) -> None:
    await browser.open("/house/new?form=adult")

    page = await browser.press("Ja, bare tell", **named({"sex": "woman", "age": "young"}))

    assert "Talt med. Ingenting annet er lagret." in page.text
    assert "Kvinne · vil ikke registreres" in page.text
    assert kept(inhouse) == [("adult", "woman", TODAY, None, None, "declined", "{}")]


async def test_a_refusal_later_covers_the_children_and_those_who_come_after(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await arrive(browser, label="4", sex="woman", age="young")
    adult = stays_of(page)[0].removeprefix("/house/")
    await arrive(browser, "child", adult, age="small")
    page = await browser.open(f"/house/{adult}")
    assert "Det samme gjelder barna." in page.text

    await browser.press("Ja, bare tell")

    await arrive(browser, "child", adult, age="big")
    assert [row[5:] for row in kept(inhouse)] == [("declined", "{}")] * 3


async def test_a_refusal_can_be_changed_and_the_answers_are_gone(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, label="4", sex="woman", age="young")
    await open_stay(browser)
    await browser.press("Ja, bare tell")
    await open_stay(browser)

    page = await browser.press("Vil registreres likevel")

    assert "Nå kan svarene føres." in page.text
    assert kept(inhouse)[0][4:] == ("4", "registered", '{"sex":"woman"}')


async def test_who_refused_leaves_as_well(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, label="4", arrived="2026-10-30", sex="woman")
    await open_stay(browser)
    await browser.press("Ja, bare tell")
    await open_stay(browser)

    await browser.press("Reiser i dag")

    assert kept(inhouse) == [("adult", "woman", "2026-10-30", TODAY, None, "declined", "{}")]


async def test_what_was_a_mistake_is_taken_back_whole_and_once(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    await arrive(browser, label="4", sex="woman")
    for one in (browser, other):
        await open_stay(one)

    page = await browser.press("Ja, slett")

    assert "Slettet. Ingenting er igjen." in page.text
    page = await other.press("Ja, slett")
    assert page.path == "/house"
    assert "Dette finnes ikke lenger." in page.text
    assert kept(inhouse) == []


async def test_what_could_not_be_saved_is_said_and_stands_there_still(inhouse: InHouse, browser: Browser) -> None:
    await browser.open("/house/new?form=adult")
    with sqlite3.connect(inhouse.folder / "vaktlogg.db") as locking:
        locking.execute("BEGIN IMMEDIATE")
        page = await browser.press("Lagre", **named({"label": "4", "sex": "woman"}))
        locking.rollback()

    assert page.status == 503
    assert "IKKE LAGRET." in page.text
    assert ("q.sex", "woman") in page.form("/house/new").fields
    await browser.press("Lagre")
    assert kept(inhouse)[0][4] == "4"
