"""The first page of the desk: a call is registered whole, once, and stands beside the form."""

import contextlib
import json
import sqlite3

import pytest

from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

POLICE = (("s0", "5"), ("s1", "1"), ("s2", "2"))
CALLS = "SELECT caller, behalf, reason, crisis, minority FROM calls"


async def test_a_call_that_is_filled_in_whole_is_kept_and_stands_beside_the_form(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.register(0, 1, 0)

    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == [("woman", "self", "violence", "yes", "yes")]
    assert "Kvinne · seg selv · vold · krise\nMinoritetsspråklig bakgrunn: ja\nLagret · nr. 1 i dag" in page.text
    assert page.status == 200


async def test_the_same_form_sent_twice_is_kept_once(inhouse: InHouse, browser: Browser) -> None:
    page = await browser.open("/")
    fields = [*page.form("/register").fields, ("s0", "0"), ("s1", "1"), ("s2", "0")]

    await browser.send("/register", fields)
    again = await browser.send("/register", fields)

    assert "Denne samtalen er allerede ført." in again.text
    assert len(rows(inhouse.folder / "vaktlogg.db", CALLS)) == 1


async def test_what_is_missing_is_said_where_it_is_missing_and_nothing_is_kept(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.register(0, 1)

    assert page.status == 422
    assert page.text.count("Velg ett av disse.") == 1
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []


async def test_a_call_is_undone_beside_the_form(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Angre")

    assert "Hent tilbake" in page.buttons()
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []


@pytest.mark.parametrize("places", [(5, 1, 2), (11, 1, 2)])
async def test_what_was_saved_is_undone_where_that_is_said(
    inhouse: InHouse, browser: Browser, places: tuple[int, ...]
) -> None:
    await browser.register(*places)

    page = await browser.press("Angre", 0)

    assert "Hent tilbake" in page.buttons()
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []


async def test_one_who_did_not_want_to_be_registered_is_taken_back_above_the_form(
    inhouse: InHouse, browser: Browser
) -> None:
    await browser.open("/")
    await browser.press("Vil ikke registreres")

    page = await browser.press("Angre")

    assert "Angret. Samtalen teller ikke med." in page.text
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT voided_at, recorded_by FROM record") == [("2026-11", None)]


async def test_of_another_day_what_was_saved_is_said_with_its_time(browser: Browser) -> None:
    other = await browser.register(5, 1, 2, day="2026-11-02", hour="13")
    silent = await browser.register(day="2026-11-02", hour="13", end="0.13")

    assert "Lagret: Politi · vold · krise · mandag 2. november, kl. 13–14" in other.text
    assert "Mandag 2. november, kl. 13–14." in silent.text


async def test_what_was_saved_is_said_once_over_the_page(browser: Browser) -> None:
    page = await browser.register(5, 1, 2)

    assert "Lagret: Politi · vold · krise" in page.text
    assert "Lagret: Politi" not in (await browser.open("/")).text


@pytest.mark.parametrize(
    ("button", "said", "outcome"),
    [
        ("Taus samtale", "Lagret: taus samtale. Den telles for seg.", "irrelevant"),
        ("Vil ikke registreres", "Lagret: én kontakt, uten opplysninger.", "declined"),
    ],
)
async def test_a_button_that_ends_the_form_saves_it_whatever_else_is_chosen(
    inhouse: InHouse, browser: Browser, button: str, said: str, outcome: str
) -> None:
    await browser.open("/")

    page = await browser.press(button, s0="3", s2="1")

    assert said in page.text
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT outcome FROM record") == [(outcome,)]


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"nonce": "kort"}, 400, "Skjemaet kan ikke leses."),
        ({"nonce": "æøåæøåæøåæ"}, 400, "Skjemaet kan ikke leses."),
        ({"s0": "99"}, 400, "Skjemaet kan ikke leses."),
        ({"at": "i går"}, 400, "Skjemaet kan ikke leses."),
        ({"hour": "24"}, 400, "Skjemaet kan ikke leses."),
        ({"day": "2026-02-31", "hour": "3"}, 400, "Skjemaet kan ikke leses."),
        ({"fingerprint": "en annen form"}, 409, "Skjemaet er endret"),
        ({"form": "slettet"}, 409, "Skjemaet er endret"),
        ({"day": "2026-11-02"}, 400, "Velg også klokkeslettet"),
        ({"day": "2026-11-03", "hour": "15"}, 400, "kan ikke være fram i tid"),
        ({"day": "2026-10-02", "hour": "12"}, 400, "mer enn 31 dager tilbake"),
        ({"at": "2026-11-03T16"}, 400, "kan ikke være fram i tid"),
    ],
)
async def test_what_no_call_can_be_is_refused_in_a_sentence_and_nothing_is_kept(
    inhouse: InHouse, browser: Browser, fields: dict[str, str], status: int, said: str
) -> None:
    page = await browser.open("/")
    sent = {**dict(page.form("/register").fields), "s0": "5", "s1": "1", "s2": "2", **fields}

    answer = await browser.send("/register", list(sent.items()))

    assert answer.status == status
    assert said in answer.text
    assert rows(inhouse.folder / "vaktlogg.db", CALLS) == []


async def test_a_refused_form_stands_there_as_it_was_filled_in(browser: Browser) -> None:
    page = await browser.register(5, 1, day="2026-11-02", hour="13")

    kept = dict(page.form("/register").fields)
    assert (kept["s0"], kept["s1"], kept["day"], kept["hour"]) == ("5", "1", "2026-11-02", "13")
    assert "Mandag 2. november, kl. 13–14" in page.text


@pytest.mark.parametrize(
    ("fields", "occurred_at"),
    [
        ({}, "2026-11-03T14"),
        ({"day": "2026-11-02", "hour": "23"}, "2026-11-02T23"),
        ({"hour": "9"}, "2026-11-03T09"),
        ({"at": "2026-11-03T13"}, "2026-11-03T13"),
        ({"at": "2026-11-03T13", "day": "2026-10-20", "hour": "0"}, "2026-10-20T00"),
    ],
)
async def test_a_call_is_of_the_hour_chosen_or_else_of_that_in_which_it_was_filled_in(
    inhouse: InHouse, browser: Browser, fields: dict[str, str], occurred_at: str
) -> None:
    await browser.register(5, 1, 2, **fields)

    assert rows(inhouse.folder / "vaktlogg.db", "SELECT occurred_at FROM record") == [(occurred_at,)]


async def test_a_link_presets_the_hour_of_a_call(browser: Browser) -> None:
    page = await browser.open("/?at=2026-11-03T11")

    kept = dict(page.form("/register").fields)
    assert (kept["day"], kept["hour"]) == ("2026-11-03", "11")


@pytest.mark.parametrize("written", ["2026-11-03T15", "2026-09-01T10", "nå", "", "2026-11-03"])
async def test_a_link_to_no_possible_hour_opens_a_form_of_now(browser: Browser, written: str) -> None:
    page = await browser.open(f"/?at={written}")

    assert dict(page.form("/register").fields)["day"] == ""


async def test_one_more_like_a_call_lacks_only_its_last_screen(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(5, 1, 2)
    [(source,)] = rows(inhouse.folder / "vaktlogg.db", "SELECT source FROM record")

    page = await browser.open(f"/?like={source}")

    kept = dict(page.form("/register").fields)
    assert (kept["s0"], kept["s1"], "s2" in kept) == ("5", "1", False)
    assert kept["nonce"] != source


async def test_nobody_begins_a_call_like_another_seats_or_like_one_there_is_not(
    inhouse: InHouse, browser: Browser
) -> None:
    await browser.register(5, 1, 2)
    [(source,)] = rows(inhouse.folder / "vaktlogg.db", "SELECT source FROM record")

    async with inhouse.browser() as another:
        await inhouse.let_in(another)
        others = await another.open(f"/?like={source}")
        none = await another.open("/?like=finnes-ikke")

    assert (others.status, none.status) == (403, 404)
    assert "Politi" not in others.text


async def test_the_script_is_answered_with_what_was_saved_and_the_calls_of_the_shift(browser: Browser) -> None:
    page = await browser.open("/")

    answer = await browser.send("/register", [*page.form("/register").fields, *POLICE], Accept="application/json")

    told = json.loads(answer.html)
    assert told["said"] == "Lagret: Politi · vold · krise"
    assert "Minoritetsspråklig bakgrunn: ikke kjent" in told["shift"]


async def test_the_script_is_told_that_an_answer_is_missing(browser: Browser) -> None:
    page = await browser.open("/")
    fields = [*page.form("/register").fields, *POLICE[:2]]

    answer = await browser.send("/register", fields, Accept="application/json")

    assert answer.status == 422
    assert json.loads(answer.html) == {"said": "Velg ett av disse."}


async def test_keys_are_turned_off_for_this_browser(browser: Browser) -> None:
    page = await browser.open("/")
    await browser.send("/keys", page.form("/keys").fields)

    assert 'data-keys="off"' in (await browser.open("/")).html


async def test_where_nothing_can_be_saved_the_form_stays_filled_in_and_the_paper_is_named(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.open("/")
    fields = [*page.form("/register").fields, *POLICE]
    with contextlib.closing(sqlite3.connect(inhouse.folder / "vaktlogg.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        failed = await browser.send("/register", fields)
    saved = await browser.send("/register", failed.form("/register").fields)

    assert failed.status == 503
    assert "IKKE LAGRET." in failed.text
    assert "uten navn: Politi · vold · krise · ikke kjent." in failed.text
    assert "Lagret: Politi · vold · krise" in saved.text
