"""Making a copy now, whether or not the one of the night was made."""

from dataclasses import dataclass
from datetime import date

from reports.words.language import Language
from storage.backup.copy_folder import remove_surplus
from storage.backup.last_copy import LastCopy
from storage.backup.making import CopyPlan, MadeCopy, make_copy
from storage.fault import N_, Fault, why
from storage.own_thread import in_own_thread

LONGEST = 3600.0
"""Seconds; whoever asked for it may give up earlier, also where a share does not answer."""


KILOBYTE = 1000


NOT_SET_UP = N_("Copies are not set up yet: “vaktlogg backup-key” makes the key, and asks for a folder.")


class NoCopies(Fault):
    """Nothing is said in the config of how copies are made."""


class OldCopiesStay(Fault):
    """A copy was made, but the old ones could not be removed."""


@dataclass(frozen=True)
class CopyNow:
    """Makes a day's copy by a ``plan``."""

    plan: CopyPlan
    last_copy: LastCopy
    longest: float = LONGEST

    async def make(self, day: date) -> MadeCopy:
        """Make the copy of a day. Raises `OldCopiesStay` and the faults of `make_copy`."""
        plan = self.plan
        latest = await self.last_copy.read()
        made = await in_own_thread(
            lambda stopped: make_copy(plan, day, latest=latest, stopped=stopped), self.longest
        )
        await self.last_copy.keep(day)
        try:
            await in_own_thread(lambda _stopped: remove_surplus(plan.folder, day), self.longest)
        except OSError as error:
            words = N_("{path} is written, but older copies could not be removed: {reason}.")
            raise OldCopiesStay(words, path=made.path, reason=why(error)) from error
        return made


def needed(plan: CopyPlan | None) -> CopyPlan:
    """Return the plan. Raises `NoCopies` where there is none."""
    if plan is None:
        raise NoCopies(NOT_SET_UP)
    return plan


def written(made: MadeCopy, language: Language) -> str:
    """Say where a copy lies, and who can open it."""
    words = N_("{path} is written, {size} kB. Only the secret key on the sheet in the safe opens it.")
    return language.text(words, path=made.path, size=language.number(-(-made.size // KILOBYTE)))
