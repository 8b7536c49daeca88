from dataclasses import replace
from pathlib import Path

from bot.config.backup import BackupSection
from bot.config.config import Config
from bot.config.sections import Reports
from handlers.people.entrances import Entrances
from storage.backup.encrypted_file import new_key
from tests.handlers.centre import OWNER, Centre

NEXT = "Neste rapport gjelder november 2026 og kommer torsdag 3. desember kl.\u00a008:00."
NEXT_ONCE_BOUND = NEXT.replace(" og kommer", ". Den kommer").replace("08:00.", "08:00 når en chat får rapportene.")
LET_IN = "Slipp inn vakttelefonen: skriv /inviter her, også for ledere."
COPY = "La det bli laget kopier: skriv «vaktlogg backup-key» på maskinen."
BIND = "La en chat få rapportene: skriv /bind her."


async def bind(centre: Centre) -> None:
    """Bind the administrator's own chat."""
    await centre.cases.stores.chats.make_code("code", by=None, now=centre.now)
    await centre.write("bind", "code", seat=OWNER)


async def test_it_says_what_is_done_what_is_left_and_when_the_next_report_comes(centre: Centre) -> None:
    await centre.write("start", seat=OWNER)

    told = centre.sees(OWNER).texts[2].splitlines()
    assert told == ["Dette gjenstår:", f"✓ {LET_IN}", f"☐ {BIND}", f"☐ {COPY}", NEXT_ONCE_BOUND]


async def test_it_ticks_off_what_is_done_where_it_stands(centre: Centre) -> None:
    await centre.write("start", seat=OWNER)
    await bind(centre)
    bound = centre.sees(OWNER).texts[2]
    await centre.write("unbind", seat=OWNER)

    assert bound.splitlines() == ["Vaktlogg er klar til bruk.", f"✓ {LET_IN}", f"✓ {BIND}", f"☐ {COPY}", NEXT]
    assert centre.sees(OWNER).texts[2].startswith("Dette gjenstår:")


async def test_copies_that_are_made_are_ticked_off(centre: Centre) -> None:
    copied = BackupSection(recipients=[new_key().public], folder=Path("copies"))
    centre.cases = replace(centre.cases, config=centre.cases.config.model_copy(update={"backup": copied}))
    await centre.write("start", seat=OWNER)

    assert f"✓ {COPY}" in centre.sees(OWNER).texts[2].splitlines()


async def test_one_that_is_gone_is_no_failure(centre: Centre) -> None:
    await centre.write("start", seat=OWNER)
    centre.sees(OWNER).views.clear()
    await bind(centre)

    assert centre.sees(OWNER).texts == [f"Denne chatten får nå rapportene.\n{NEXT}"]


async def test_reports_that_are_switched_off_are_said_to_be(centre: Centre) -> None:
    off = Config(access=centre.cases.config.access, reports=Reports(monthly=False, tertial=False, annual=False))
    centre.cases = replace(centre.cases, config=off)
    await centre.write("start", seat=OWNER)

    assert centre.sees(OWNER).texts[2].splitlines()[-1].startswith("Ingen rapporter sendes:")


async def test_where_there_is_a_desk_reports_come_there_and_no_chat_is_needed(centre: Centre) -> None:
    centre.cases = replace(centre.cases, entrances=Entrances(desk="https://desk.example.org/{}".format))

    assert [step.done for step in centre.cases.reports.checklist.steps] == [True, False]
    assert centre.cases.reports.checklist.is_done
    assert centre.cases.reports.checklist.next_report == NEXT
