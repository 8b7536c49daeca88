"""`vaktlogg backup`: a copy of the database now, whether the bot runs or not."""

from bot.config.config import Config
from reports.words.language import Language
from storage.backup.copy_folder import remove_surplus
from storage.backup.last_copy import LastCopy
from storage.backup.making import make_copy
from storage.database.connection import Database
from storage.fault import N_, Fault, why
from storage.own_thread import in_own_thread

LONGEST = 3600.0
"""Seconds; Ctrl-C ends it earlier, also where a share does not answer."""

KILOBYTE = 1000


class NoCopies(Fault):
    """Nothing is said in the config of how copies are made."""


class OldCopiesStay(Fault):
    """A copy was made, but the old ones could not be removed."""


async def backup(config: Config) -> str:
    """Make today's copy; say where it lies. Raises `NoCopies`, `OldCopiesStay` and the faults of `make_copy`."""
    plan, language = config.copies, Language(config.language)
    if plan is None:
        raise NoCopies(
            N_("Copies are not set up yet: “vaktlogg backup-key” makes the key, and asks for a folder.")
        )
    day = config.now().date()
    async with Database.open(config.database.path, must_exist=True) as database:
        last_copy = LastCopy(database)
        latest = await last_copy.read()
        made = await in_own_thread(lambda stopped: make_copy(plan, day, latest=latest, stopped=stopped), LONGEST)
        await last_copy.keep(day)
    try:
        await in_own_thread(lambda _stopped: remove_surplus(plan.folder, day), LONGEST)
    except OSError as error:
        words = N_("{path} is written, but older copies could not be removed: {reason}.")
        raise OldCopiesStay(words, path=made.path, reason=why(error)) from error
    words = N_("{path} is written, {size} kB. Only the secret key on the sheet in the safe opens it.")
    return language.text(words, path=made.path, size=language.number(-(-made.size // KILOBYTE)))
