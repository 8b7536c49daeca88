"""Correcting a call whose form has changed since: nothing is lost, and what no longer can be said is asked."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config.sections import Forms
from storage.forms.reader import OWN_FORMS
from tests.bot.chat_desk import LEADER, Desk
from tests.bot.tapping import call, carried, fresh, last, opened, seen, tap

CALL = (OWN_FORMS / "call.toml").read_text(encoding="utf-8")
NAV_OPTION = next(line for line in CALL.splitlines() if 'key = "nav"' in line)
NAV_BUTTON = next(line for line in CALL.splitlines() if 'agency = "nav"' in line)
MINORITY = CALL[CALL.index('[[question]]\nkey = "minority"') : CALL.index('[[question]]\nkey = "aside"')]
BACKGROUND = CALL[CALL.index("# Background, alone") :]
COLOUR = """
[[question]]
key = "colour"
label = { nb = "Farge" }
kind = "one"
options = [ { key = "red", label = { nb = "Rød" } }, { key = "blue", label = { nb = "Blå" } } ]
"""
ANSWERS = "SELECT answers FROM record"
NOW = '{{"caller":"agency","agency":"{}","reason":"{}","crisis":"no"{}}}'


@pytest.fixture
async def kept(desk: Desk) -> Desk:
    """Keep a call from NAV."""
    async with desk.open():
        await call(desk.person(), "NAV", "Vold", "Nei")
    return desk


def change(desk: Desk, folder: Path, edits: Mapping[str, str]) -> None:
    """Put another form in the old one's place."""
    text = CALL
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    folder.mkdir(exist_ok=True)
    (folder / "call.toml").write_text(text, encoding="utf-8")
    desk.forms = Forms(folder=folder)


async def test_a_stale_correction_button_is_answered_with_the_call_as_it_is(desk: Desk, tmp_path: Path) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person, "NAV", "Vold", "Nei")
        await tap(person, receipt.id, "Endre", "Hva")
        stale = carried(person, receipt.id, "Oppfølging")
    change(desk, tmp_path / "forms", {NAV_OPTION: "", NAV_BUTTON: ""})
    async with desk.open():
        person.tap_data(receipt.id, stale)
        await person.wait_for_notice("Skjemaet er endret siden denne knappen ble laget.")
        await fresh(person)
        shown = seen(person, receipt.id)

    assert shown.buttons == receipt.buttons
    assert desk.rows(ANSWERS) == [(NOW.format("nav", "violence", ',"minority":"no"'),)]


async def test_an_option_that_is_gone_is_asked_anew_and_stays_in_the_history(kept: Desk, tmp_path: Path) -> None:
    change(kept, tmp_path / "forms", {NAV_OPTION: "", NAV_BUTTON: ""})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        asked = await tap(person, receipt.id, "Endre", "Hva", "Oppfølging")
        await tap(person, receipt.id, "Politi")

    assert asked.text.endswith("Med tolk: velg den det ble tolket for.")
    after = NOW.format("police", "follow_up", ',"minority":"no"')
    assert kept.rows(ANSWERS) == [(after,)]
    assert kept.rows("SELECT before, after FROM change") == [
        (NOW.format("nav", "violence", ',"minority":"no"'), after)
    ]


async def test_the_answer_to_a_question_that_is_gone_stays(kept: Desk, tmp_path: Path) -> None:
    change(kept, tmp_path / "forms", {MINORITY: "", BACKGROUND: ""})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        changed = await tap(person, receipt.id, "Endre", "Hva", "Oppfølging")

    assert "NAV · oppfølging\n" in changed.text
    assert kept.rows(ANSWERS) == [(NOW.format("nav", "follow_up", ',"minority":"no"'),)]


async def test_a_question_that_came_since_is_asked_with_what_is_corrected(kept: Desk, tmp_path: Path) -> None:
    change(kept, tmp_path / "forms", {"# Who.\n": f"{COLOUR}\n# Who.\n"})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        await tap(person, receipt.id, "Endre", "Hva", "Oppfølging", "Blå")

    assert kept.rows(ANSWERS) == [(NOW.format("nav", "follow_up", ',"minority":"no","colour":"blue"'),)]


async def test_one_that_came_after_the_calls_day_is_not(kept: Desk, tmp_path: Path) -> None:
    dated = COLOUR.replace('kind = "one"', 'kind = "one"\nsince = 2026-11-04')
    change(kept, tmp_path / "forms", {"# Who.\n": f"{dated}\n# Who.\n"})
    kept.clock.move(days=2)
    async with kept.open():
        leader = kept.person(LEADER)
        receipt = await last(leader)
        await tap(leader, receipt.id, "Endre", "Hva", "Oppfølging")

    assert kept.rows(ANSWERS) == [(NOW.format("nav", "follow_up", ',"minority":"no"'),)]


async def test_an_answer_that_was_not_in_use_on_the_calls_day_hinders_no_correction(
    kept: Desk, tmp_path: Path
) -> None:
    retired = NAV_OPTION.replace('key = "nav"', 'key = "nav", until = 2026-11-01')
    change(kept, tmp_path / "forms", {NAV_OPTION: retired})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        await tap(person, receipt.id, "Endre", "Bakgrunn", "Ja", "Politi")

    assert kept.rows(ANSWERS) == [(NOW.format("police", "violence", ',"minority":"yes"'),)]


async def test_what_else_was_mentioned_stays_beside_a_reason_that_is_gone(desk: Desk, tmp_path: Path) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person, "NAV", "Vold", "Nei")
        await tap(person, receipt.id, "Også nevnt", "Råd og veiledning", "Ferdig")
    also = CALL[CALL.index('[[question]]\nkey = "also"') : CALL.index("# Who.\n")]
    guidance = also.splitlines()[-3]
    assert "guidance" in guidance
    change(desk, tmp_path / "forms", {also: also.replace(guidance, "")})
    async with desk.open():
        receipt = await last(person)
        await tap(person, receipt.id, "Endre", "Hvem", "Politi")

    assert desk.rows(ANSWERS) == [(NOW.format("police", "violence", ',"minority":"no","also":["guidance"]'),)]


async def test_a_question_that_takes_several_answers_now_is_asked_anew(kept: Desk, tmp_path: Path) -> None:
    several = MINORITY.replace('kind = "one"', 'kind = "several"')
    change(kept, tmp_path / "forms", {MINORITY: several, BACKGROUND: ""})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        await tap(person, receipt.id, "Endre", "Hva", "Oppfølging")
        await tap(person, receipt.id, "Nei", "Ferdig")

    assert kept.rows(ANSWERS) == [(NOW.format("nav", "follow_up", ',"minority":["no"]'),)]


async def test_one_more_like_a_call_that_no_longer_can_be_filled_in_begins_anew(
    kept: Desk, tmp_path: Path
) -> None:
    change(kept, tmp_path / "forms", {NAV_OPTION: "", NAV_BUTTON: ""})
    async with kept.open():
        person = kept.person()
        receipt = await last(person)
        form = await opened(person, receipt.id, "Én til som denne")
        await tap(person, form.id, "Politi", "Vold", "Nei")

    assert kept.rows("SELECT agency FROM calls ORDER BY id") == [("nav",), ("police",)]
