"""Registers beside the telephone in the chat: a day consultation, a refusal, and what is for the desk alone."""

import json
import re
from pathlib import Path

import pytest

from bot.config.sections import Forms
from bot.demo.telegram.person import Person
from tests.bot.chat_desk import LEADER, Desk
from tests.bot.tapping import carried, labels
from tests.bot.test_statistics import picture_of

FORMS = Path(__file__).parents[1] / "forms"
AT_THE_DESK = "Dette fylles ut på vaktbordet, ikke her."

FORMER_RESIDENT = (
    *("Kvinne – igjen", "Vert, her", "Samtale", "Beboer", "Ferdig", "Én gang", "Ja, begge", "Ja – ingen med"),
    *("30–39", "Eget initiativ", "Psykisk vold", "Trusler", "Ferdig", "Stønad, pensjon"),
    *("Tidligere ektefelle/samboer", "Ferdig", "Mann", "Ferdig", "Én"),
)
"""The taps of a usual consultation, after the one that opens the form."""


async def _chosen(person: Person, title: str) -> None:
    """Ask for the forms and open one."""
    person.send("/log")
    await person.wait_for("Hva vil du registrere?")
    person.tap(title)
    await person.wait_for(lambda shown: shown.text.startswith(title) and len(labels(shown)) > 1)


async def test_a_day_consultation_is_nineteen_taps_and_every_answer_is_kept(desk: Desk) -> None:
    desk.forms = Forms(enabled=["call", "consultation"])
    async with desk.open():
        person = desk.person()
        await _chosen(person, "Ny dagsamtale")
        await desk.register(person, *FORMER_RESIDENT)
        receipt = await person.wait_for("Lagret · nr.\u00a01 i dag")
        await person.wait_for("Klar for neste dagsamtale")

    [row] = desk.rows("SELECT * FROM consultations")
    kept = dict(zip([name for _, name, *_ in desk.rows("PRAGMA table_info(consultations)")], row, strict=True))
    assert len(FORMER_RESIDENT) == 19
    assert {key: kept[key] for key in kept if key not in {"id", "recorded_at"}} == {
        "occurred_at": "2026-11-03T14",
        "outcome": "registered",
        "municipality": "host",
        "earlier_use": '["talk","resident"]',
        "resident_times": "once",
        "sex": "woman",
        "origin": "both",
        "children_home": "yes",
        "children_along": "no",
        "age": "a30_39",
        "via": "self",
        "violence": '["psychological","threats"]',
        "income": "benefit",
        "relation": '["ex_spouse"]',
        "perpetrator_sex": '["man"]',
        "perpetrators": "one",
        "first_this_year": "no",
        "channel": "centre",
    }
    assert receipt.text.splitlines()[1] == (
        "Vertskommunen · hatt samtale før, bodd her før · én gang · kvinne · begge foreldre født i utlandet · "
        "barn hjemme · 30–39 år · eget initiativ · psykisk vold, trusler · stønad, trygd, pensjon · "
        "tidligere ektefelle/samboer · utøver mann · én utøver · ikke første gang i år"
    )


@pytest.mark.parametrize(
    ("label", "outcome"), [("Uten opplysninger", "unspecified"), ("Vil ikke registreres", "declined")]
)
async def test_a_consultation_without_answers_is_one_tap(desk: Desk, label: str, outcome: str) -> None:
    desk.forms = Forms(enabled=["call", "consultation"])
    async with desk.open():
        person = desk.person()
        await _chosen(person, "Ny dagsamtale")
        await desk.register(person, label)
        await person.wait_for("Klar for neste dagsamtale")

    assert desk.rows("SELECT outcome, sex, channel FROM consultations") == [(outcome, None, None)]


async def test_a_refused_place_is_one_tap_and_counted_by_its_reason(desk: Desk) -> None:
    desk.forms = Forms(enabled=["call", "refusal"])
    async with desk.open():
        person = desk.person()
        await _chosen(person, "Nytt avslag på plass")
        await desk.register(person, "Fullt")
        await person.wait_for("Klar for neste avslag")
        leader = desk.person(LEADER)
        leader.send("/stats")
        await picture_of(leader, "November 2026")
        leader.tap("Avslag på plass")
        drawn = await picture_of(leader, "November 2026, til og med 3. november\n1\u00a0avslag")

    assert desk.rows("SELECT reason FROM refusals") == [("full",)]
    assert "Fullt 1" in drawn.text


@pytest.fixture
def apart(desk: Desk, tmp_path: Path) -> Desk:
    """Use a form that is for the desk alone beside the telephone log and the refusals."""
    _write(tmp_path, chat=False)
    desk.forms = Forms(folder=tmp_path / "forms", enabled=["call", "visit", "stay", "refusal"])
    return desk


def _write(folder: Path, *, chat: bool) -> None:
    text = (FORMS / "visits.toml").read_text(encoding="utf-8")
    (folder / "forms").mkdir(exist_ok=True)
    written = text.replace('view = "visits"', f'view = "visits"\nchat = {json.dumps(chat)}')
    (folder / "forms" / "visits.toml").write_text(written, encoding="utf-8")


async def test_a_form_for_the_desk_alone_is_not_offered_in_the_chat_and_its_figures_are(apart: Desk) -> None:
    async with apart.open():
        person = apart.person(LEADER)
        person.send("/log")
        choice = await person.wait_for("Hva vil du registrere?")
        person.send("/stats")
        drawn = await picture_of(person, "November 2026")

    assert labels(choice) == ["Ny samtale", "Nytt avslag på plass"]
    assert [label for label in labels(drawn) if label in {"Besøk", "Opphold", "Avslag på plass"}] == [
        *("Besøk", "Opphold", "Avslag på plass")
    ]


async def test_a_tap_on_a_form_that_has_become_the_desks_alone_says_so_kindly_and_keeps_nothing(
    apart: Desk, tmp_path: Path
) -> None:
    _write(tmp_path, chat=True)
    async with apart.open():
        person = apart.person()
        person.send("/log")
        choice = await person.wait_for("Hva vil du registrere?")
        opening = carried(person, choice.id, "Besøk")
        person.tap("Besøk")
        first = await person.wait_for("Hvem kom?")
        answer = carried(person, first.id, "Kvinne")
    _write(tmp_path, chat=False)
    async with apart.open():
        for message, data in ((choice, opening), (first, answer)):
            told = len(person.notices)
            person.tap_data(message.id, data)
            await person.answered()
            assert [notice.text for notice in person.notices[told:]] == [AT_THE_DESK]
        stay = re.sub("visit", "stay", opening)
        person.tap_data(choice.id, stay)
        await person.answered()

    assert person.notices[-1].text == AT_THE_DESK
    assert apart.rows("SELECT count(*) FROM visits") == [(0,)]
