"""A form of the centre's own: asked, kept, counted and drawn without a change of code."""

import json
from pathlib import Path

import pytest

from bot.cli.stats import period_figures
from bot.config.sections import Forms
from tests.bot.chat_desk import LEADER, Desk

FORMS = Path(__file__).parents[1] / "forms"


@pytest.fixture
def desk_for_visits(desk: Desk) -> Desk:
    """Put the tests' own form in use instead of the telephone log."""
    desk.forms = Forms(folder=FORMS, enabled=["visit"])
    return desk


async def test_a_form_of_the_centres_own_is_asked_kept_counted_and_drawn(desk_for_visits: Desk) -> None:
    desk = desk_for_visits
    async with desk.open():
        person = desk.person()
        person.send("/log")
        first = await person.wait_for("Hvem kom?")
        await desk.register(person, "Kvinne")
        several = await person.wait_for("Type vold")
        await desk.register(
            person, "Fysisk", "Trusler", "Ferdig", "Ja", "Har vært hos fastlegen", "Nabokommune", "Ja"
        )
        receipt = await person.wait_for("Lagret")
        desk.person(LEADER).send("/stats 2026")
        drawn = await desk.person(LEADER).wait_for(lambda shown: shown.photo is not None, timeout=20)

    assert "Ungdom" not in sum(first.buttons, ())
    assert "Materiell" not in sum(several.buttons, ())
    assert "✓ Fysisk" not in sum(several.buttons, ())
    assert (
        receipt.text.splitlines()[1]
        == "Kvinne · Fysisk, Trusler · Ja · Har vært hos fastlegen · Ja · Nabokommune · Ja"
    )
    assert desk.rows('SELECT who, violence, injured, doctor, outside, "where", phone, letter FROM visits') == [
        ("woman", '["physical","threats"]', "yes", "yes", "yes", "near", "yes", None)
    ]
    assert "Type vold" in drawn.text
    counted = await _counted(desk, "2026")
    assert counted["violence"] == {
        "asked": 1,
        "unknown": 0,
        "options": {key: int(key in {"physical", "threats"}) for key in counted["violence"]["options"]},  # type: ignore[attr-defined]
    }
    assert counted["letter"]["asked"] == 0


async def _counted(desk: Desk, period: str) -> dict[str, dict[str, object]]:
    said = await period_figures(desk.config, period, "visit", "json")
    questions: dict[str, dict[str, object]] = json.loads(said)["questions"]
    return questions


async def test_two_forms_in_use_are_offered_by_name(desk: Desk) -> None:
    desk.forms = Forms(folder=FORMS, enabled=["call", "visit"])
    async with desk.open():
        person = desk.person()
        person.send("/log")
        await person.wait_for("Hva vil du registrere?")
        person.tap("Besøk")
        await person.wait_for("Hvem kom?")


async def test_a_form_that_changed_meanwhile_is_answered_with_a_fresh_one(
    desk_for_visits: Desk, tmp_path: Path
) -> None:
    desk = desk_for_visits
    async with desk.open():
        person = desk.person()
        person.send("/log")
        await person.wait_for("Hvem kom?")
    changed = tmp_path / "forms"
    changed.mkdir()
    text = (FORMS / "visits.toml").read_text(encoding="utf-8")
    (changed / "visits.toml").write_text(
        text.replace('key = "threats"', 'key = "menaces"').replace('violence = "threats"', 'violence = "menaces"'),
        encoding="utf-8",
    )
    desk.forms = Forms(folder=changed, enabled=["visit"])
    async with desk.open():
        person.tap("Kvinne")
        await person.wait_for("Skjemaet er endret siden denne knappen ble laget.")
        await person.wait_for("Hvem kom?")


@pytest.mark.parametrize(
    ("form", "title", "label", "row", "total"),
    [
        ("outgoing", "Ny samtale ut", "NAV", "nav", "1\u00a0samtale ut"),
        ("phone_consultation", "Ny telefonkonsultasjon", "Kvinne", "woman", "1\u00a0telefonkonsultasjon"),
    ],
)
async def test_calls_out_and_consultations_by_telephone_are_a_tap_each_with_a_total_of_their_own(
    desk: Desk, form: str, title: str, label: str, row: str, total: str
) -> None:
    desk.forms = Forms(enabled=["call", form])
    async with desk.open():
        person = desk.person()
        person.send("/log")
        await person.wait_for("Hva vil du registrere?")
        person.tap(title)
        await person.wait_for(lambda shown: (label in sum(shown.buttons, ())) and title in shown.text)
        person.tap(label)
        await person.wait_for("nr.\u00a01 i dag")
        leader = desk.person(LEADER)
        leader.send("/stats")
        shown = await leader.wait_for(lambda shown: shown.photo is not None, timeout=20)
        leader.tap_data(shown.id, f"Stats:{form}-2026-11")
        counted = await leader.wait_for(total, timeout=20)

    assert desk.rows("SELECT form, value FROM record, json_each(answers)") == [(form, row)]
    assert counted.photo is not None
