"""What is well in an installation and what is not, at a glance."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bot.desk.desk import Desk
from bot.desk.operations.facts import FactGroup, KnownFact
from bot.desk.operations.settings import forms_in_use, kept, shifts
from bot.operations import watched_folders
from handlers.operations.alerts import Trouble
from handlers.operations.clock_words import doubt, moment_in_words
from handlers.operations.copy_now import NOT_SET_UP
from storage.fault import N_, Fault
from storage.operations.free_space import MEGABYTE, free_space
from storage.own_thread import in_own_thread

LONGEST = 3.0
"""Seconds that a disk may take to answer."""
KILOBYTE = 1000
RECENT = timedelta(days=7)
TROUBLES: Final[Mapping[Trouble, str]] = {
    "backup": N_("a copy was not made"),
    "clock": N_("the clock could not be trusted"),
    "damage": N_("the database was damaged"),
    "disk_full": N_("the disk was full"),
    "disk_space": N_("the disk had little room left"),
    "locked": N_("another program held the database"),
    "moved": N_("the database was moved or removed"),
    "read_only": N_("the database could not be written"),
    "saving": N_("something could not be saved"),
}


@dataclass(frozen=True)
class Overview:
    """Looks at the running program; ``started`` is the local time since when it runs."""

    desk: Desk
    started: datetime

    async def groups(self) -> Sequence[FactGroup]:
        """Return all there is to say. Raises a `DatabaseFault`."""
        text, language, cases = self.desk.language.text, self.desk.language, self.desk.cases
        return [
            FactGroup("program", text("Program"), list(self._program())),
            FactGroup("clock", text("Clock"), [self._clock()]),
            FactGroup("database", text("Database"), await self._database()),
            FactGroup("copies", text("Copies"), await self._copies()),
            FactGroup("trouble", text("Trouble"), await self._troubles()),
            FactGroup("forms", text("Forms"), list(forms_in_use(cases.forms.values(), language))),
            FactGroup("files", text("Imports and publications"), await self._files()),
            FactGroup("shifts", text("Shifts"), list(shifts(cases.config, language))),
            FactGroup("kept", text("How long what is kept"), list(kept(cases.config, language))),
        ]

    def _program(self) -> Iterator[KnownFact]:
        text, language = self.desk.language.text, self.desk.language
        yield KnownFact(text("Version"), version("vaktlogg"))
        yield KnownFact(text("Running since"), moment_in_words(self.started, language))
        yield KnownFact(text("The desk’s address"), self.desk.section.url)
        operations = self.desk.cases.operations
        if not operations.polled:
            yield KnownFact(text("Telegram"), text("not used"))
        elif away := operations.polls.away:
            since = language.duration(timedelta(seconds=away))
            yield KnownFact(text("Telegram"), text("has not answered for {time}", time=since), well=False)
        else:
            yield KnownFact(text("Telegram"), text("answers"), well=True)

    def _clock(self) -> KnownFact:
        text, clock = self.desk.language.text, self.desk.cases.clock
        if not clock.trusted:
            return KnownFact(text("Clock"), doubt(clock, self.desk.language).sentence(text), well=False)
        return KnownFact(text("It shows"), moment_in_words(clock.shown, self.desk.language), well=True)

    async def _database(self) -> Sequence[KnownFact]:
        text, path = self.desk.language.text, self.desk.cases.config.database.path
        size = (await asyncio.to_thread(path.stat)).st_size
        kilobytes = self.desk.language.number(-(-size // KILOBYTE))
        return [
            KnownFact(text("File"), str(path)),
            KnownFact(text("Size"), text("{size} kB", size=kilobytes)),
            await self._room(path.parent),
        ]

    async def _room(self, folder: Path) -> KnownFact:
        language = self.desk.language
        name = language.text("Free space")
        try:
            free = await in_own_thread(lambda _stopped: free_space(folder), LONGEST)
        except Fault as fault:
            return KnownFact(name, fault.sentence(language.text), well=False)
        return KnownFact(name, language.text("{free} MB", free=language.number(free // MEGABYTE)), well=True)

    async def _copies(self) -> Sequence[KnownFact]:
        text, language, cases = self.desk.language.text, self.desk.language, self.desk.cases
        last = await cases.stores.last_copy.read()
        if cases.config.copies is None:
            return [KnownFact(text("Nightly copy"), text(NOT_SET_UP), well=False)]
        if last is None:
            made = KnownFact(text("Last copy"), text("none is made yet"), well=False)
        else:
            fresh = (cases.clock().date() - last).days <= 1
            made = KnownFact(text("Last copy"), language.full_date(last), well=fresh)
        folders = watched_folders(cases.config)[1:]
        return [
            made,
            *[KnownFact(text("Folder"), str(folder)) for folder in folders],
            *[await self._room(folder) for folder in folders],
        ]

    async def _troubles(self) -> Sequence[KnownFact]:
        language, today = self.desk.language, self.desk.cases.clock().date()
        told = await self.desk.cases.stores.alert_days.all()
        known = [(day, words) for trouble, words in TROUBLES.items() if (day := told.get(trouble))]
        found = [
            KnownFact(language.full_date(day), language.text(words), well=None if today - day > RECENT else False)
            for day, words in sorted(known, reverse=True)
        ]
        return found or [KnownFact(language.text("Told of"), language.text("nothing so far"), well=True)]

    async def _files(self) -> Sequence[KnownFact]:
        text, stores = self.desk.language.text, self.desk.cases.stores
        imports = [file.day for file in await stores.imports.all()]
        releases = [entry.day for entry in await stores.releases.entries()]
        return [
            KnownFact(text("Imports"), self._latest(imports)),
            KnownFact(text("Publications"), self._latest(releases)),
        ]

    def _latest(self, days: Sequence[str]) -> str:
        language = self.desk.language
        if not days:
            return language.text("none")
        day = language.full_date(date.fromisoformat(max(days)))
        return language.plural("{n}, of {day}", "{n}, the latest of {day}", len(days), day=day)
