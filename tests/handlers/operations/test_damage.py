"""What is said aloud of a file that no longer holds what was saved, with real files."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from handlers.conversation import Refused
from handlers.operations.damage import DamageWatch
from storage.records.recent_saves import Save
from tests.handlers.centre import DUTY, OTHER, OWNER, Centre
from tests.storage.damaging import PAGE, alter, noise, overwritten, page_of, pages

NOT_SAVED = "IKKE LAGRET. Databasen er skadet."
CALL = ("Politi", "KRISE – vold", "Ikke kjent")


@pytest.fixture
def watch(centre: Centre) -> DamageWatch:
    """Watch over the centre's file."""
    return centre.cases.operations.damage


async def save(centre: Centre, seat: int = DUTY) -> str:
    """Register a call, and return what is said of it."""
    await centre.write("log", seat=seat)
    return (await centre.tap(*CALL, seat=seat)).text


async def test_whatever_page_is_damaged_once_that_is_seen_nothing_is_said_to_be_saved(
    centre: Centre, watch: DamageWatch
) -> None:
    path = centre.database.path
    await centre.keep(*(f"2016-{number % 12 + 1:02}-14" for number in range(400)))
    said: dict[tuple[int, str], str] = {}
    for page in range(pages(path)):
        for name, content in (("nothing", bytes(PAGE)), ("noise", noise(page))):
            with overwritten(path, page, content):
                await watch.look()
                said[page, name] = await save(centre)
            await watch.look()

    assert {place: text for place, text in said.items() if not text.startswith(NOT_SAVED)} == {}
    assert (await save(centre)).startswith("Lagret · nr.")


async def test_between_two_looks_only_what_was_saved_since_is_looked_for(
    centre: Centre, watch: DamageWatch
) -> None:
    with overwritten(centre.database.path, page_of(centre.database.path, "record"), bytes(PAGE)):
        await watch.look_for_saves()
        unlooked = list(centre.sees(OWNER).texts)
        centre.cases.stores.saves.note(Save("source", "registered", {}, by=centre.number(DUTY)))
        await watch.look_for_saves()

    assert (unlooked, len(centre.sees(OWNER).texts)) == ([], 1)


async def test_who_saved_since_the_file_was_well_is_told_once_and_so_is_the_administrator(
    centre: Centre, watch: DamageWatch
) -> None:
    await save(centre, OTHER)
    await watch.look()
    centre.move(minutes=3)
    await save(centre)
    with overwritten(centre.database.path, page_of(centre.database.path, "record"), bytes(PAGE)):
        await watch.look()
        centre.move(minutes=1)
        await watch.look()
        refused = await save(centre)

    told = "Databasen er skadet. Det du har lagret siden kl. 14:20, kan være tapt."
    assert [text for text in centre.sees().texts if text.startswith(told)] == [
        f"{told} Samtaler du husker: skriv dem på papir, uten navn."
    ]
    assert not [text for text in centre.sees(OTHER).texts if "tapt" in text]
    [alert] = centre.sees(OWNER).texts
    assert alert.startswith("Samtaler kan ikke lagres. Databasen er skadet. De på vakt")
    assert "Stopp Vaktlogg og hent tilbake en kopi: vaktlogg restore FIL. Dette ble funnet i " in alert
    assert refused == (
        f"{NOT_SAVED}\nSkriv samtalen på papir, uten navn: Politi · vold · krise · ikke kjent.\n"
        "Administratoren har fått beskjed."
    )


async def test_who_cannot_be_told_just_now_is_told_the_next_time(centre: Centre, watch: DamageWatch) -> None:
    await save(centre)
    with overwritten(centre.database.path, page_of(centre.database.path, "record"), bytes(PAGE)):
        centre.sees().trouble = Refused("blocked")
        await watch.look()
        centre.sees().trouble = None
        await watch.look()

    assert len([text for text in centre.sees().texts if "kan være tapt" in text]) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM record",
        'UPDATE record SET answers = \'{"caller":"woman"}\'',
        "UPDATE record SET outcome = 'unspecified', answers = '{}'",
        "UPDATE source_key SET key = zeroblob(32)",
        "DROP TABLE source_key",
    ],
)
async def test_what_another_program_makes_of_the_file_is_damage(
    statement: str, centre: Centre, watch: DamageWatch
) -> None:
    await watch.look()
    await save(centre)
    alter(centre.database.path, statement)
    await watch.look()

    assert (await save(centre)).startswith(NOT_SAVED)


async def test_an_older_version_written_over_the_file_is_damage(
    centre: Centre, watch: DamageWatch, tmp_path: Path
) -> None:
    await save(centre)
    older = shutil.copy(centre.database.path, tmp_path / "older.db")
    await save(centre)
    await watch.look()
    shutil.copyfile(older, centre.database.path)
    await watch.look()

    assert (await save(centre)).startswith(NOT_SAVED)


async def test_corrections_are_read_back_too_and_later_ones_are_no_damage(
    centre: Centre, watch: DamageWatch
) -> None:
    await save(centre)
    await centre.tap("Angre")
    alter(centre.database.path, "UPDATE record SET revision = revision + 1")
    await watch.look()
    still_well = await save(centre)
    await centre.tap("Angre")
    alter(centre.database.path, "UPDATE record SET revision = 1, voided_at = NULL")
    await watch.look()

    assert still_well.startswith("Lagret")
    assert (await save(centre)).startswith(NOT_SAVED)


async def test_an_index_without_one_of_its_rows_is_damage(centre: Centre, watch: DamageWatch) -> None:
    path = centre.database.path
    await centre.keep("2016-07-14")
    page = page_of(path, "record_time")
    before = path.read_bytes()[page * PAGE : (page + 1) * PAGE]
    await centre.keep("2016-07-15", "2016-07-16")
    with overwritten(path, page, before):
        await watch.look()

        assert (await save(centre)).startswith(NOT_SAVED)


async def test_a_file_cut_short_is_damage_and_mended_it_is_written_again(
    centre: Centre, watch: DamageWatch
) -> None:
    path = centre.database.path
    await save(centre)
    whole = path.read_bytes()
    for size in (0, PAGE, len(whole) // 2, len(whole) - PAGE):
        os.truncate(path, size)
        await watch.look()
        assert not (await save(centre)).startswith("Lagret")
        path.write_bytes(whole)
        await watch.look()
        assert (await save(centre)).startswith("Lagret")
        whole = path.read_bytes()


def deleted(path: Path) -> None:
    path.unlink()


def replaced_by_its_copy(path: Path) -> None:
    shutil.copy(path, path.with_name("copy.db"))
    path.with_name("copy.db").replace(path)


@pytest.mark.parametrize("spoil", [deleted, replaced_by_its_copy])
async def test_a_file_that_is_not_there_any_more_takes_no_call_and_that_is_said(
    spoil: Callable[[Path], None], centre: Centre, watch: DamageWatch
) -> None:
    await save(centre)
    spoil(centre.database.path)
    refused = await save(centre)
    await watch.look()

    assert refused.startswith("IKKE LAGRET. Databasen er flyttet, slettet eller byttet ut.")
    assert "Administratoren har fått beskjed." in refused
    assert len(centre.sees(OWNER).texts) == 1
    assert "Legg " in centre.sees(OWNER).texts[0]
    told = "Databasen er flyttet, slettet eller byttet ut. Det du har lagret siden"
    assert [text for text in centre.sees().texts if text.startswith(told)]


async def test_a_file_that_is_locked_by_another_program_is_looked_at_later(
    centre: Centre, watch: DamageWatch
) -> None:
    with closing(connect(centre.database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await watch.look()

    assert centre.sees(OWNER).texts == []
    assert (await save(centre)).startswith("Lagret")
