"""Leadership gets its month without asking: bound, due, delivered, looked into."""

import asyncio
from contextlib import closing
from datetime import datetime
from sqlite3 import connect

from bot.config.sections import Reports
from tests.bot.chat_desk import LEADER, OSLO, STRANGER, Desk, until
from tests.bot.leadership import document, group_of, shown, texts_of
from tests.bot.test_statistics import fill


async def test_a_month_arrives_once_on_its_day_with_its_number(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 11, 3, 8, 1, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        text = await shown(group, "Månedsrapport for oktober 2026")
        await until(lambda: bound.rows("SELECT state FROM delivery") == [("sent",)])
    await bound.deliver_due()

    assert text.startswith("Månedsrapport for oktober 2026")
    assert "Rapport 2026-10 · A1" in text
    assert sum("Månedsrapport" in text for text in texts_of(group)) == 1


async def test_at_new_year_month_tertial_and_year_come_as_one_with_the_workbook_and_its_buttons(
    bound: Desk,
) -> None:
    bound.clock.now = datetime(2027, 1, 5, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        text = await shown(group, "Årsrapport for 2026")
        await document(group, "2026.xlsx")
        await until(lambda: set(bound.rows("SELECT state FROM delivery")) == {("sent",)})
    await bound.deliver_due()

    heads = [text.splitlines()[0] for text in texts_of(group) if "rapport for " in text]
    assert heads == ["Årsrapport for 2026"]
    assert "Desember 2026: " in text
    [sent] = [message for message in group.messages.values() if message.document]
    assert [[button.text for button in row] for row in sent.buttons] == [
        ["Tabell", "Tekst", "Om tallene"],
        ["Excel", "Word", "Krysstabell"],
        ["Til publisering"],
    ]
    assert bound.rows("SELECT report, period, state FROM delivery WHERE chat = 1 ORDER BY report, period") == [
        ("annual", "2026", "sent"),
        ("monthly", "2026-10", "sent"),
        ("monthly", "2026-11", "sent"),
        ("monthly", "2026-12", "sent"),
        ("tertial", "2026-T3", "sent"),
    ]


async def test_a_tertial_is_an_album_then_its_workbook_and_word_is_a_tap_away_for_the_year(bound: Desk) -> None:
    bound.clock.now = datetime(2027, 5, 3, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        text = await shown(group, "Tertialrapport for 1.\u00a0tertial 2027")
        await document(group, "2027-T1.xlsx")
        bound.person(LEADER).send("/report 2026")
        await bound.person(LEADER).wait_for(lambda shown: "Word" in str(shown.buttons), timeout=60)
        bound.person(LEADER).tap("Word")
        await document(bound.person(LEADER).chat, "2026.docx")

    assert "April 2027: " in text
    albums = [message for message in group.messages.values() if message.photo]
    assert len(albums) >= 1


async def test_a_month_that_has_changed_is_told_of_in_the_next_and_marked_in_stats(bound: Desk) -> None:
    bound.reports = Reports(tertial=False, annual=False)
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        await shown(group, "Månedsrapport for oktober 2026")
    with closing(connect(bound.folder / "vaktlogg.db")) as connection, connection:
        connection.execute("UPDATE record SET voided_at = '2026-11-04' WHERE month = '2026-10' AND id % 5 = 0")
    bound.clock.now = datetime(2026, 12, 3, 9, tzinfo=OSLO)
    async with bound.open():
        text = await shown(group, "Månedsrapport for november 2026")
        leader = bound.person(LEADER)
        leader.send("/stats 2026-10")
        marked = await leader.wait_for("Rapport 2026-10 · A1 sa ", timeout=20)
        leader.send("/stats 2026-11")
        unmarked = await leader.wait_for("November 2026\n", timeout=20)
    bound.clock.now = datetime(2027, 2, 3, 9, tzinfo=OSLO)
    async with bound.open():
        later = await shown(group, "Månedsrapport for januar 2027")

    assert "Oktober 2026 er nå " in text
    assert "Oktober 2026 er nå " not in later
    assert marked.text.startswith("Oktober 2026\n")
    assert "Rapport 2026" not in unmarked.text


async def test_table_text_and_notes_are_a_tap_away_for_who_is_on_the_list(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        await shown(group, "Månedsrapport for oktober 2026")
        leader = bound.person(LEADER).within(group)
        for label, words in (
            ("Tabell", "Barnevernet: "),
            ("Tekst", "samtaler ble registrert"),
            ("Om tallene", "Vi teller samtaler"),
        ):
            before = len(texts_of(group))
            leader.tap(label)
            async with asyncio.timeout(20):
                while not any(words in text for text in texts_of(group)[before:]):
                    await group.changed.wait()
        before = len(texts_of(group))
        bound.person(STRANGER).within(group).tap("Tabell")
        await bound.fresh_form()

    assert len(texts_of(group)) == before


async def test_the_folder_gets_picture_and_text_too(desk: Desk) -> None:
    await fill(desk)
    folder = desk.folder / "reports"
    desk.reports = Reports(folder=folder)
    desk.clock.now = datetime(2026, 11, 2, 20, tzinfo=OSLO)
    await desk.deliver_due()
    assert not folder.exists()
    desk.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    async with desk.open():
        await until((folder / "2026-10.txt").exists)

    assert (folder / "2026-10.png").read_bytes().startswith(b"\x89PNG")
    assert "Månedsrapport for oktober 2026" in (folder / "2026-10.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-10-2.png",
        "2026-10.png",
        "2026-10.txt",
        "2026-10.xlsx",
    ]


async def test_a_leader_asks_for_a_report_now_and_staff_may_not(bound: Desk) -> None:
    async with bound.open():
        bound.person(LEADER).send("/report 2026-09")
        report = await bound.person(LEADER).wait_for("Månedsrapport for september 2026", timeout=15)
        bound.person().send("/report 2026-09")
        await bound.person().wait_for("Rapporter er for ledere.")

    assert "Rapport 2026-09, bestilt nå" in report.text
    assert bound.rows("SELECT * FROM delivery") == []
