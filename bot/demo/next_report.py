"""Moving the practice desk to the day on which the next monthly report comes."""

import random
from dataclasses import dataclass
from datetime import timedelta

from bot.config.config import Config
from bot.config.forms import forms_of
from bot.demo.calls import invented_calls
from bot.demo.clock import PracticeClock
from handlers.summaries.due import next_due
from reports.words.language import Language
from storage.database.connection import Database
from storage.deliveries.chats import Chats
from storage.fault import N_
from storage.hour import Hour
from storage.records.records import Records


@dataclass(frozen=True)
class NextReport:
    """Invents the calls until then and moves the clock; the seed makes the same calls each time."""

    config: Config
    clock: PracticeClock
    language: Language
    seed: int

    async def jump(self) -> str:
        """Move to the next report, and say what is to be seen there."""
        now = self.clock().replace(tzinfo=None)
        period, moment = next_due("monthly", self.config.reports.timetable, now)
        async with Database.open(self.config.database.path) as database:
            chats = Chats(database)
            await chats.load()
            if not (chats.all or self.config.desk):
                return self.language.text("No chat gets the reports. Write /bind in the leaders’ seat first.")
            form, last = forms_of(self.config)["call"], moment.date() - timedelta(days=1)
            randomly = random.Random(self.seed)  # noqa: S311 - invented, not secret
            calls = invented_calls(form, now.date() + timedelta(days=1), last, randomly)
            await Records(database).save_all(list(calls), now=Hour.of(moment))
        self.clock.move_to(moment + timedelta(minutes=1))
        here = N_("It is now {day}, and the report for {month} comes.")
        at_the_desk = N_(
            "It is now {day}, and the report for {month} comes at the desk. Write /bind to get it here too."
        )
        return self.language.text(
            here if chats.all else at_the_desk,
            day=self.language.day(moment.date()),
            month=self.language.month(period.name),
        )
