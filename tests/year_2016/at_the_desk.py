"""May of the year, filled in at the desk by a leader: the talks at the month's end, the stays later."""

import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.config.sections import Forms
from storage.forms.form import Form
from storage.forms.question import Answer, Stage
from storage.forms.screen import AnswerButton, Choices
from tests.bot.chat_desk import OSLO
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.residence import stays_of
from tests.year_2016.files import MAY, rows_of
from tests.year_2016.row import Answers, Row

TALKS, ARRIVALS, DEPARTURES = (
    datetime(2016, month, day, 20, tzinfo=OSLO) for month, day in ((5, 31), (6, 11), (7, 10))
)
"""When somebody sits down to it: at the arrivals some have left already, at the departures the others.

No stay is a month old when the desk is open last: none is cut to its months before the rest is imported.
"""
REGISTERS: Final = ("stay", "child_stay")
"""Adults come first, and children beside them."""


async def fill_in_may(folder: Path, forms: Mapping[str, Form]) -> None:
    """Fill in every record of May, into the database of a folder."""
    inhouse = InHouse(folder, forms=Forms(enabled=[*forms]))
    stays: Sequence[StayAtDesk] = ()
    async with _seated(inhouse, TALKS) as browser:
        for row in _of_may("consultation"):
            await _register(browser, forms["consultation"], row)
    async with _seated(inhouse, ARRIVALS) as browser:
        for form in (forms[key] for key in REGISTERS):
            for row in _of_may(form.key):
                stays = [*stays, await _begun(browser, form, row, stays)]
        for stay in stays:
            await stay.add(browser, "during")
    async with _seated(inhouse, DEPARTURES) as browser:
        for stay in stays:
            await stay.add(browser, "departure", left=stay.row.times["left"])


@dataclass(frozen=True)
class StayAtDesk:
    """A stay that was begun, and the address of its page."""

    form: Form
    row: Row
    address: str

    async def add(self, browser: Browser, stage: Stage, **days: str) -> None:
        """Fill in what is asked at a stage; children leave on the day of whom they came with."""
        await browser.open(self.address)
        await browser.press("Lagre", **dict(_fields(self.form, stage, self.row.answers)), **days)
        assert browser.page.status == 200, browser.page.text


@contextlib.asynccontextmanager
async def _seated(inhouse: InHouse, moment: datetime) -> AsyncIterator[Browser]:
    """Open the desk at a moment, with a leader at a browser."""
    inhouse.clock.now = moment
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser, "leader")
        yield browser


def _of_may(register: str) -> Sequence[Row]:
    return [row for row in rows_of(register) if row.month == MAY]


async def _register(browser: Browser, form: Form, row: Row) -> None:
    """Register a talk with its day and hour: by its answers, or by the button that ends the form at once."""
    day, hour = row.times["occurred_at"].split("T")
    page = await browser.open(f"/?form={form.key}")
    if row.outcome == "registered":
        when = {**dict(page.form("/register").fields), "day": day, "hour": hour}
        await browser.send("/register", [*when.items(), *_chosen(form, row.answers)])
    else:
        [end] = [button for screen in form.screens for button in screen.flat if button.outcome == row.outcome]
        await browser.press(end.label.nb, day=day, hour=hour)
    assert browser.page.path == "/", browser.page.text


def _chosen(form: Form, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the fields of the buttons that give these answers."""
    for number, screen in enumerate(form.screens):
        for place, button in enumerate(screen.flat):
            if _gives(button, answers):
                yield f"s{number}.{place}" if isinstance(screen, Choices) else f"s{number}", str(place)


def _gives(button: AnswerButton, answers: Answers) -> bool:
    given = (option in _options(answers.get(key, ())) for key, option in button.set.items())
    return button.outcome is None and all(given)


async def _begun(browser: Browser, form: Form, row: Row, hosts: Sequence[StayAtDesk]) -> StayAtDesk:
    """Begin a stay, beside whoever had the same days; of those who have left already, with the day on which."""
    adults = form.house and form.house.beside
    beside = [host.address for host in hosts if host.form.key == adults and host.row.times == row.times]
    before = stays_of(await browser.open("/house"))
    await browser.open(f"/house/new?form={form.key}&beside={''.join(beside[:1]).removeprefix('/house/')}")
    days = {key: day for key, day in row.times.items() if day <= str(ARRIVALS.date())}
    await browser.press("Lagre", **days, **dict(_fields(form, "arrival", row.answers)))
    [address] = set(stays_of(await browser.open("/house"))) - set(before)
    return StayAtDesk(form, row, address)


def _fields(form: Form, stage: Stage, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the fields of a stage's answers, as the page names them."""
    for question in form.asked_at(stage):
        for option in _options(answers.get(question.key, ())):
            stands_for_a_number = question.is_number and not option.isdecimal()
            apart = question.takes_several or stands_for_a_number
            yield f"q.{question.key}.{option}" if apart else f"q.{question.key}", option


def _options(answer: Answer) -> Sequence[str]:
    return (answer,) if isinstance(answer, str) else answer
