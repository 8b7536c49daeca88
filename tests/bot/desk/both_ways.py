"""A centre with a desk and a chat, in one process on one database."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.config.sections import Access, Forms, ShiftsSection
from bot.demo.telegram.person import Person
from tests.bot.chat_desk import DUTY, pretend_telegram
from tests.bot.desk.inhouse import Browser, InHouse


def asking(folder: Path) -> InHouse:
    """Return a centre that asks at handovers at once."""
    inhouse = InHouse(folder, shifts=ShiftsSection())
    inhouse.intervals = replace(inhouse.intervals, ask=0.1)
    return inhouse


@contextlib.asynccontextmanager
async def both_ways(
    folder: Path, access: Access | None = None, forms: Forms | None = None
) -> AsyncIterator[tuple[InHouse, Browser, Person]]:
    """Run a centre with a chat and a desk, and hand out a browser and a phone of the same seat."""
    inhouse = asking(folder)
    inhouse.forms = forms or inhouse.forms
    async with pretend_telegram(inhouse.clock) as telegram:
        inhouse.telegram, inhouse.access = telegram, access or Access(staff=[DUTY])
        inhouse.intervals = replace(inhouse.intervals, gap=timedelta(days=365))
        async with inhouse.open(), inhouse.browser() as browser:
            person = telegram.person(DUTY)
            person.send("/start")
            await person.wait_for("Ny samtale")
            assert inhouse.parts is not None
            seat = inhouse.parts.people.stores.seats.of(DUTY)
            assert seat is not None
            await inhouse.let_in(browser, seat=seat.number)
            yield inhouse, browser, person
