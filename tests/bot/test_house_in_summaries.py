"""Summaries to leadership carry the house's nights and moves, and the consultations, beside the telephone."""

from datetime import date, datetime

import pytest

from bot.config.forms import forms_of
from bot.config.sections import Forms
from storage.database.connection import Database
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Draft, Records
from storage.stays.stay import Arrival
from storage.stays.stays import Stays
from tests.bot.chat_desk import OSLO, Desk
from tests.bot.leadership import bind_group, document, group_of, shown, texts_of
from tests.reports.spreadsheet import parts_of

ALL = ["call", "stay", "child_stay", "consultation"]


async def _stay(desk: Desk, form: Form, person: str, arrived: date, left: date | None) -> None:
    answers = {"sex": person} if person != "child" else {"age": "a0_2"}
    arrival = Arrival(form, f"{person}:{arrived}", "registered", person, arrived, answers, left)
    async with Database.open(desk.config.database.path) as database:
        await Stays(database).begin(arrival, by=1, now=Hour.of(desk.clock()))


@pytest.fixture
async def at_home(desk: Desk) -> Desk:
    """Use the forms of a house, with a woman, a child and a consultation in a tertial, and bind a group."""
    desk.forms = Forms(enabled=ALL)
    await bind_group(desk)
    forms = forms_of(desk.config)
    await _stay(desk, forms["stay"], "woman", date(2026, 9, 20), date(2026, 11, 1))
    await _stay(desk, forms["child_stay"], "child", date(2026, 10, 1), date(2026, 10, 11))
    draft = Draft(forms["consultation"], "2026-10-05", "registered", {"sex": "woman"}, "talk:1")
    async with Database.open(desk.config.database.path) as database:
        await Records(database).save_all([draft], now=Hour.of(desk.clock()))
    return desk


async def test_a_month_and_a_tertial_have_a_line_each_of_stays_children_and_consultations(at_home: Desk) -> None:
    group = group_of(at_home)
    at_home.clock.now = datetime(2026, 11, 3, 8, 1, tzinfo=OSLO)
    async with at_home.open():
        month = await shown(group, "Månedsrapport for oktober 2026")
    at_home.clock.now = datetime(2027, 1, 5, 9, tzinfo=OSLO)
    async with at_home.open():
        await shown(group, "Årsrapport for 2026")
        await document(group, "2026.xlsx")

    everything = "\n".join(texts_of(group)).replace("\xa0", " ")
    for text in (month.replace("\xa0", " "), everything):
        assert "Dagsamtaler: 1" in text
    assert "Opphold: 1 · 31 bodøgn, 0 flyttet inn, 0 ut" in month.replace("\xa0", " ")
    assert "Barneopphold: 1 · 10 bodøgn, 1 flyttet inn, 1 ut" in month.replace("\xa0", " ")
    assert "Opphold: 1 · 42 bodøgn, 1 flyttet inn, 1 ut" in everything


async def test_a_tertial_that_only_the_house_was_used_in_is_reported(at_home: Desk) -> None:
    await _stay(at_home, forms_of(at_home.config)["stay"], "man", date(2026, 11, 10), date(2027, 6, 1))
    group = group_of(at_home)
    at_home.clock.now = datetime(2027, 5, 4, 9, tzinfo=OSLO)
    async with at_home.open():
        text = (await shown(group, "Tertialrapport for 1.\u00a0tertial 2027")).replace("\xa0", " ")
        await document(group, "2027-T1.xlsx")

    everything = "\n".join(texts_of(group)).replace("\xa0", " ")
    assert "Opphold: 1 · 120 bodøgn, 0 flyttet inn, 0 ut" in everything
    assert "Rapport 2027-T1" in text
    files = [message.document.upload for message in group.messages.values() if message.document]
    [book] = [file for file in files if file.name == "2027-T1.xlsx"]
    assert any("Bodøgn og flytting" in part for part in parts_of(book.content).values())
