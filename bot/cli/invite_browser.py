"""`vaktlogg invite --seat`: a link at the console that opens one more way into a seat, and frees its code."""

from bot.cli.console_audit import note_at_console
from bot.config.config import Config
from bot.random_codes import fresh_code
from bot.stores import seats_of
from handlers.people.qr import qr_text
from handlers.people.seat_words import name_of
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.people.invites import Invites
from storage.people.unlock_codes import UnlockCodes


class NoSuchSeat(Fault):
    """No seat has this number."""


class NoDesk(Fault):
    """There is a bot alone."""


async def one_more_browser(config: Config, seat: int) -> str:
    """Return a fresh link into a seat whose code is free from now on.

    Raises `NoSuchSeat`, `NoDesk`, `ConfigFault`, `UnusableToken` and the faults of the database.
    """
    code, language = fresh_code(), Language(config.language)
    desk = config.served().desk
    if desk is None:
        raise NoDesk(N_("The desk is not served here: the config has a token, but no [desk]."))
    async with Database.open(config.database.path) as database:
        seats = seats_of(database, config, lambda: config.now().date())
        await seats.add_named()
        known = seats.find(seat)
        if known is None:
            raise NoSuchSeat(N_("There is no access no. {number}."), number=seat)
        number = await Invites(database, seats).make(code, known.role, by=None, now=config.now(), seat=seat)
        await note_at_console(config, database, "one_more", number, seat)
        if await UnlockCodes(database).forget(seat):
            await note_at_console(config, database, "code_freed", seat)
    link, text = desk.entrance(code), language.text
    return "\n".join(
        [
            text("One more browser for access no. {number}: {name}", number=seat, name=name_of(known, language)),
            link,
            "",
            qr_text(link),
            text("It lets in one browser, within 24 hours."),
            text(
                "The code of this access is free: whoever opens it next, in any browser of its own, chooses one."
            ),
        ]
    )
