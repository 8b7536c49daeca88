"""Several forms in use: each has its own picture, and the report of the first tells of the others."""

import asyncio
from contextlib import closing
from datetime import date, datetime, timedelta
from sqlite3 import connect

import pytest

from bot.config.forms import forms_of
from bot.config.sections import Forms
from bot.demo.telegram.chats import Chat, Kind
from storage.database.connection import Database
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.bot.chat_desk import LEADER, OSLO, OWNER, Desk
from tests.bot.test_statistics import fill, picture_of

ALL = ["call", "outgoing", "phone_consultation"]


@pytest.fixture
async def busy(desk: Desk) -> Desk:
    """Use three forms, with a call out a day in October of two years and one consultation."""
    desk.forms = Forms(enabled=ALL)
    await fill(desk)
    forms = forms_of(desk.config)
    days = [date(year, 10, 1) + timedelta(days=number) for year in (2025, 2026) for number in range(30)]
    drafts = [Draft(forms["outgoing"], str(day), "registered", {"to": "nav"}, f"out:{day}") for day in days]
    drafts.append(Draft(forms["phone_consultation"], "2026-10-05", "registered", {"user": "woman"}, "talk:1"))
    async with Database.open(desk.config.database.path) as database:
        await Records(database).save_all(drafts, now=Hour.of(desk.clock()))
    return desk


async def test_stats_shows_each_form_in_its_own_words_and_no_label_is_cut(busy: Desk) -> None:
    async with busy.open():
        person = busy.person(LEADER)
        person.send("/stats 2026-10")
        calls = await picture_of(person, "Oktober 2026\n")
        person.tap("Samtale ut")
        out = await picture_of(person, "Oktober 2026\n30\u00a0samtaler ut – ingen tydelig endring")
        person.tap("Telefonkonsultasjon")
        talks = await picture_of(person, "Oktober 2026\n1\u00a0telefonkonsultasjon")

    assert calls.buttons[-2:] == (("Samtale ut",), ("Telefonkonsultasjon",))
    assert out.buttons[-2:] == (("Innkommende samtale",), ("Telefonkonsultasjon",))
    assert "krise" not in talks.text
    assert len({calls.photo, out.photo, talks.photo}) == 3


async def test_the_month_names_the_other_forms_and_a_tap_shows_them_where_it_stands(busy: Desk) -> None:
    _answer_a_shift(busy)
    group = await _bound(busy)
    busy.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    async with busy.open():
        await _arrived(group, "Månedsrapport for oktober 2026")
        busy.person(LEADER).within(group).tap("Samtale ut")
        await _arrived(group, "Oktober 2026\n30\u00a0samtaler ut")

    [report] = [message for message in group.messages.values() if "Månedsrapport" in message.text]
    told = "\n".join(message.text for message in group.messages.values()).replace("\u00a0", " ")
    assert "Samtaler ut: 30 – ingen tydelig endring (30 i fjor) · " in told
    assert "\nTelefonkonsultasjoner: 1\n" in told
    assert "Registreringsgrad: 0 av 2 anrop som telefonen viste, er ført (1 av 1 vakter svarte)." in told
    assert [[button.text for button in row] for row in report.buttons][2:] == [
        ["Samtale ut"],
        ["Telefonkonsultasjon"],
        ["Til publisering"],
    ]


def _answer_a_shift(desk: Desk) -> None:
    with closing(connect(desk.folder / "vaktlogg.db")) as connection, connection:
        connection.execute("INSERT INTO shift (began, step, counted) VALUES ('2026-10-05T07:30', 'done', 2)")


async def _bound(desk: Desk) -> Chat:
    """Bind a group on the evening before the day of report."""
    group = desk.telegram.group(-1001, "Ledelse", Kind.SUPERGROUP)
    desk.clock.now = datetime(2026, 11, 2, 20, tzinfo=OSLO)
    async with desk.open():
        owner = desk.person(OWNER)
        owner.send("/bind")
        code = (await owner.wait_for("/bind ")).text.split("/bind ")[1]
        owner.within(group).send(f"/bind {code}")
        await _arrived(group, "Denne chatten får nå rapportene.")
    return group


async def _arrived(group: Chat, words: str) -> None:
    async with asyncio.timeout(20):
        while not any(words in message.text for message in group.messages.values()):
            await group.changed.wait()
