"""`vaktlogg invite --seat`: one more browser for a seat, and a code that is free."""

import asyncio
from pathlib import Path

from storage.database.connection import Database
from storage.people.unlock_codes import UnlockCodes
from tests.bot.console import CONFIG, vaktlogg
from tests.storage.people.holding import let_in, seats_with
from tests.storage.rows import rows


async def _seat_with_code(path: Path) -> None:
    async with Database.open(path) as database:
        await let_in(await seats_with(database, {}), 11, "leader")
        await UnlockCodes(database).choose(1, "a hash")
        await database.write("UPDATE unlock_code SET wrong = 5")


def test_a_link_opens_one_more_way_into_the_seat_and_its_code_is_free(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[desk]\npublic_url = "https://desk.example.org"\n', encoding="utf-8")
    asyncio.run(_seat_with_code(tmp_path / "vaktlogg.db"))

    told = vaktlogg(tmp_path, "invite", "--seat", "1")

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("Én nettleser til for tilgang nr. 1: Leder\nhttps://desk.example.org/enter/")
    assert "Koden for denne tilgangen er fri" in told.stdout
    assert rows(tmp_path / "vaktlogg.db", "SELECT seat, role, made_by FROM invite WHERE spent_by IS NULL") == [
        (1, "leader", None)
    ]
    assert rows(tmp_path / "vaktlogg.db", "SELECT * FROM unlock_code") == []
    assert rows(tmp_path / "vaktlogg.db", "SELECT by, act FROM audit") == [
        (None, "one_more"),
        (None, "code_freed"),
    ]


def test_a_seat_that_there_is_not_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[desk]\n", encoding="utf-8")

    told = vaktlogg(tmp_path, "invite", "--seat", "7")

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "Det finnes ingen tilgang nr. 7.\n"


def test_where_there_is_a_bot_alone_no_link_is_made(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")

    told = vaktlogg(tmp_path, "invite", "--seat", "1")

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "Vaktbordet er ikke i bruk her: Oppsettfilen har et token, men ingen [desk].\n"
