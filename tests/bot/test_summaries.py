"""Leadership gets its month without asking: bound, due, delivered, looked into."""

import asyncio
from contextlib import closing
from datetime import datetime
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.demo.chats import Chat, Kind
from bot.demo.faults import Fault, Trouble
from bot.sections import Reports
from tests.bot.desk import LEADER, OSLO, OWNER, STRANGER, Desk
from tests.bot.test_statistics import fill


@pytest.fixture
async def bound(desk: Desk) -> Desk:
    """Set the clock to the evening before the day of report, and bind a group."""
    await fill(desk)
    desk.clock.now = datetime(2026, 11, 2, 20, tzinfo=OSLO)
    async with desk.open():
        owner = desk.person(OWNER)
        owner.send("/bind")
        code = (await owner.wait_for("/bind ")).text.split("/bind ")[1]
        owner.within(_group(desk)).send(f"/bind {code}")
        await _shown(_group(desk), "Denne chatten får nå rapportene.")
    return desk


def _group(desk: Desk) -> Chat:
    return desk.telegram.group(-1001, "Ledelse", Kind.SUPERGROUP)


async def _shown(chat: Chat, words: str) -> str:
    async with asyncio.timeout(15):
        while True:
            for message in chat.messages.values():
                if words in message.text and message.sender and message.sender.is_bot:
                    return message.text
            await chat.bell.rung()


def _texts(chat: Chat) -> list[str]:
    return [message.text for message in chat.messages.values() if message.sender and message.sender.is_bot]


async def test_a_month_arrives_once_on_its_day_with_its_number(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 11, 3, 8, 1, tzinfo=OSLO)
    group = _group(bound)
    for _ in range(2):
        async with bound.open():
            text = await _shown(group, "Månedsrapport for oktober 2026")
            await asyncio.sleep(1.5)

    assert text.startswith("Månedsrapport for oktober 2026")
    assert "Rapport 2026-10 · A1" in text
    assert sum("Månedsrapport" in text for text in _texts(group)) == 1


async def test_nothing_of_the_past_is_sent_to_a_new_chat(bound: Desk) -> None:
    async with bound.open():
        await asyncio.sleep(1.5)

    assert _texts(_group(bound)) == ["Denne chatten får nå rapportene."]


async def test_after_new_year_off_the_year_holds_what_lies_in_it_and_the_newest_month_comes_by_itself(
    bound: Desk,
) -> None:
    bound.clock.now = datetime(2027, 2, 4, 9, tzinfo=OSLO)
    group = _group(bound)
    async with bound.open():
        await _shown(group, "Månedsrapport for januar 2027")
        text = await _shown(group, "Årsrapport for 2026")

    assert "Denne rapporten rommer også:" in text
    for line in ("Oktober 2026: ", "Desember 2026: ", "3.\u00a0tertial 2026: "):
        assert line in text
    assert sum("Månedsrapport" in text for text in _texts(group)) == 1
    assert not any("Tertialrapport" in text for text in _texts(group))


async def test_after_some_months_off_the_older_ones_come_as_lines(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 12, 20, 9, tzinfo=OSLO)
    group = _group(bound)
    async with bound.open():
        text = await _shown(group, "Månedsrapport for november 2026")

    assert "Mens maskinen var av:\nOktober 2026: " in text
    assert sum("Månedsrapport" in text for text in _texts(group)) == 1


async def test_at_new_year_month_tertial_and_year_come_as_one_with_the_workbook_and_its_buttons(
    bound: Desk,
) -> None:
    bound.clock.now = datetime(2027, 1, 5, 9, tzinfo=OSLO)
    group = _group(bound)
    for _ in range(2):
        async with bound.open():
            text = await _shown(group, "Årsrapport for 2026")
            await _document(group, "2026.xlsx")
            await asyncio.sleep(1)

    heads = [text.splitlines()[0] for text in _texts(group) if "rapport for " in text]
    assert heads == ["Årsrapport for 2026"]
    assert "Desember 2026: " in text
    [sent] = [message for message in group.messages.values() if message.document]
    assert [[button.text for button in row] for row in sent.buttons] == [
        ["Tabell", "Tekst", "Om tallene"],
        ["Excel", "Word"],
    ]
    assert bound.rows("SELECT report, period, state FROM delivery WHERE chat = -1001 ORDER BY report, period") == [
        ("annual", "2026", "sent"),
        ("monthly", "2026-10", "sent"),
        ("monthly", "2026-11", "sent"),
        ("monthly", "2026-12", "sent"),
        ("tertial", "2026-T3", "sent"),
    ]


async def test_a_tertial_is_an_album_then_its_workbook_and_word_is_a_tap_away_for_the_year(bound: Desk) -> None:
    bound.clock.now = datetime(2027, 5, 3, 9, tzinfo=OSLO)
    group = _group(bound)
    async with bound.open():
        text = await _shown(group, "Tertialrapport for 1.\u00a0tertial 2027")
        await _document(group, "2027-T1.xlsx")
        bound.person(LEADER).send("/report 2026")
        await bound.person(LEADER).wait_for(lambda shown: "Word" in str(shown.buttons), timeout=60)
        bound.person(LEADER).tap("Word")
        await _document(bound.person(LEADER).chat, "2026.docx")

    assert "April 2027: " in text
    albums = [message for message in group.messages.values() if message.photo]
    assert len(albums) >= 1


async def _document(chat: Chat, name: str) -> None:
    """Wait until a file of this name has come."""
    async with asyncio.timeout(60):
        while not any(m.document and m.document.upload.name == name for m in chat.messages.values()):
            await chat.bell.rung()


async def test_a_month_that_has_changed_is_told_of_in_the_next_and_marked_in_stats(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    group = _group(bound)
    async with bound.open():
        await _shown(group, "Månedsrapport for oktober 2026")
    with closing(connect(bound.folder / "vaktlogg.db")) as connection, connection:
        connection.execute("UPDATE record SET voided_at = '2026-11-04' WHERE month = '2026-10' AND id % 5 = 0")
    bound.clock.now = datetime(2026, 12, 3, 9, tzinfo=OSLO)
    async with bound.open():
        text = await _shown(group, "Månedsrapport for november 2026")
        leader = bound.person(LEADER)
        leader.send("/stats 2026-10")
        marked = await leader.wait_for("Rapport 2026-10 · A1 sa ", timeout=20)
        leader.send("/stats 2026-11")
        unmarked = await leader.wait_for("November 2026\n", timeout=20)
    bound.clock.now = datetime(2027, 2, 3, 9, tzinfo=OSLO)
    async with bound.open():
        later = await _shown(group, "Månedsrapport for januar 2027")

    assert "Oktober 2026 er nå " in text
    assert "Oktober 2026 er nå " not in later
    assert marked.text.startswith("Oktober 2026\n")
    assert "Rapport 2026" not in unmarked.text


async def test_table_text_and_notes_are_a_tap_away_for_who_is_on_the_list(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    group = _group(bound)
    async with bound.open():
        await _shown(group, "Månedsrapport for oktober 2026")
        leader = bound.person(LEADER).within(group)
        for label, words in (
            ("Tabell", "Barnevernet"),
            ("Tekst", "samtaler"),
            ("Om tallene", "Vi teller samtaler"),
        ):
            before = len(_texts(group))
            leader.tap(label)
            async with asyncio.timeout(5):
                while len(_texts(group)) == before:
                    await group.bell.rung()
            assert words in _texts(group)[-1]
        before = len(_texts(group))
        bound.person(STRANGER).within(group).tap("Tabell")
        await bound.fresh_form()

    assert len(_texts(group)) == before


async def test_a_chat_that_blocks_the_bot_is_told_of_once_and_not_tried_again(bound: Desk) -> None:
    group = _group(bound)
    bound.person(OWNER).within(group).block()
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        async with bound.open():
            await bound.person(OWNER).wait_for("kunne ikke leveres til chatten -1001", timeout=15)
            await asyncio.sleep(1.5)

    told = [shown for shown in bound.person(OWNER).messages if "kunne ikke leveres" in shown.text]
    assert len(told) == 1


async def test_a_summary_that_arrived_in_half_comes_again_and_says_so(bound: Desk) -> None:
    group = _group(bound)
    bound.telegram.faults.add(
        Fault(Trouble.FLOOD, methods=("sendMessage",), chats=(group.id,), retry_after=60, times=1)
    )
    bound.clock.now = datetime(2027, 1, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        async with bound.open():
            await _shown(group, "Årsrapport for 2026")
            await asyncio.sleep(1.5)

    again = [text for text in _texts(group) if "Denne rapporten kan ha kommet før." in text]
    heads = [text.splitlines()[0] for text in _texts(group) if "rapport for " in text]
    assert [text.splitlines()[0] for text in again] == [head for head in set(heads) if heads.count(head) > 1]
    assert len(again) == 1


async def test_a_group_that_became_a_supergroup_is_followed(bound: Desk) -> None:
    new = bound.telegram.migrate(_group(bound), -1002)
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        async with bound.open():
            await asyncio.sleep(2.5)

    assert sum("Månedsrapport for oktober 2026" in text for text in _texts(new)) == 1


async def test_the_folder_gets_picture_and_text_too(desk: Desk) -> None:
    await fill(desk)
    folder = desk.folder / "reports"
    desk.reports = Reports(folder=folder)
    desk.clock.now = datetime(2026, 11, 2, 20, tzinfo=OSLO)
    async with desk.open():
        await asyncio.sleep(1.5)
    assert not folder.exists()
    desk.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    async with desk.open():
        await _until_there(folder / "2026-10.txt")

    assert (folder / "2026-10.png").read_bytes().startswith(b"\x89PNG")
    assert "Månedsrapport for oktober 2026" in (folder / "2026-10.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["2026-10.png", "2026-10.txt", "2026-10.xlsx"]


async def _until_there(path: Path) -> None:
    async with asyncio.timeout(15):
        while not path.exists():  # noqa: ASYNC110, ASYNC240 - a file rings no bell
            await asyncio.sleep(0.05)


async def test_a_leader_asks_for_a_report_now_and_staff_may_not(bound: Desk) -> None:
    async with bound.open():
        bound.person(LEADER).send("/report 2026-09")
        report = await bound.person(LEADER).wait_for("Månedsrapport for september 2026", timeout=15)
        bound.person().send("/report 2026-09")
        await bound.person().wait_for("Rapporter er for ledere.")

    assert "Rapport 2026-09, bestilt nå" in report.text
    assert bound.rows("SELECT * FROM delivery") == []


async def test_kinds_and_language_are_switched_by_buttons_and_unbinding_ends_it(bound: Desk) -> None:
    async with bound.open():
        owner = bound.person(OWNER)
        owner.send("/chats")
        await owner.wait_for("Chat -1001: Måned, Tertial, År, bokmål")
        owner.tap("✓ Tertial")
        await owner.wait_for("Chat -1001: Måned, År, bokmål")
        owner.tap("bokmål")
        await owner.wait_for("Chat -1001: Måned, År, nynorsk")
        owner.within(_group(bound)).send("/unbind")
        await _shown(_group(bound), "Denne chatten får ikke flere rapporter.")
        owner.send("/chats")
        await owner.wait_for("Ingen chat får rapporter ennå.")


async def test_a_code_binds_one_chat_and_a_wrong_one_gets_silence(bound: Desk) -> None:
    other = bound.telegram.group(-1003, "Andre", Kind.SUPERGROUP)
    [(code,)] = bound.rows("SELECT code FROM bind_code")
    async with bound.open():
        bound.person(STRANGER).within(other).send(f"/bind {code}")
        bound.person(STRANGER).within(other).send("/bind gjetning")
        bound.person(STRANGER).within(other).send("/bind")
        await bound.fresh_form()

    assert _texts(other) == []
