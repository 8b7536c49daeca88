"""The code that makes the first administrator: said at the console as long as nobody has been let in."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.people_cases import PeopleCases
from handlers.people.qr import qr_text
from storage.hour import Hour


@dataclass
class FirstCode:
    """Makes a code, and another one each time it has expired unused; ``say`` tells the person at the console."""

    people: PeopleCases
    say: Callable[[str], None]
    _said: bool = False

    async def say_if_needed(self) -> None:
        """Say a code where nobody is on the list, and none that was said here can still be used."""
        people = self.people
        now, stores = people.clock(), people.stores
        if not stores.seats.nobody or (self._said and await stores.invites.first_is_open(now)):
            return
        code, text = people.code(), people.language.text
        number = await stores.invites.make_first(code, now=now)
        await stores.audit.note("invited", number, "administrator", by=None, now=Hour.of(now))
        self._said = True
        self.say(text("Nobody is on the list yet. Whoever opens this within an hour is the administrator:"))
        for link in people.entrances.links(code):
            self.say(link)
        if scanned := people.entrances.scanned(code):
            self.say(qr_text(scanned))
        if people.entrances.chat:
            self.say(text("Or write to the bot: {command}", command=f"/start {code}"))
