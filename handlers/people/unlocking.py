"""Unlock codes: choosing one, opening a seat's browsers by it, and freeing one that was forgotten."""

from dataclasses import dataclass

from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.conversation import Request
from handlers.people.code_hashes import CodeHashes
from handlers.people.code_rules import check_code, normalised
from reports.words.language import Language
from storage.fault import N_, NotAllowed
from storage.people.unlock_codes import UnlockCodes

MOST_TRIES = 5


@dataclass(frozen=True)
class Attempt:
    """Whether a code was right, and how many tries are left."""

    right: bool
    left: int


@dataclass(frozen=True)
class Unlocking:
    """The codes of the seats: five wrong in a row, and only an administrator helps."""

    codes: UnlockCodes
    hashes: CodeHashes
    administrators: Administrators
    audit: AuditLog
    language: Language

    async def left(self, seat: int) -> int | None:
        """Return how many tries a seat has left, None where it has no code."""
        wrong = await self.codes.wrong(seat)
        return None if wrong is None else max(0, MOST_TRIES - wrong)

    async def choose(self, seat: int, code: str, again: str) -> bool:
        """Give a seat its code; tell whether it had none. Raises `UnfitCode` and a `DatabaseFault`."""
        return await self.codes.choose(seat, await self.hashes.of(check_code(code, again)))

    async def attempt(self, seat: int, code: str) -> Attempt:
        """Try a code. Raises a `DatabaseFault`."""
        fitting = await self._fitting(seat, code)
        return await self._told(seat, right=fitting is not None)

    async def change(self, seat: int, present: str, code: str, again: str) -> Attempt:
        """Give a seat another code, where its present one is right. Raises `UnfitCode` and a `DatabaseFault`."""
        chosen = check_code(code, again)
        fitting = await self._fitting(seat, present)
        changed = fitting is not None and await self.codes.change(seat, fitting, await self.hashes.of(chosen))
        return await self._told(seat, right=changed)

    async def _fitting(self, seat: int, code: str) -> str | None:
        """Try a code; return what is kept of it if it is right, and nobody has changed it meanwhile."""
        hashed = await self.codes.begin_try(seat, MOST_TRIES)
        if hashed is None or not await self.hashes.fits(hashed, normalised(code)):
            return None
        return hashed if await self.codes.was_right(seat, hashed) else None

    async def _told(self, seat: int, *, right: bool) -> Attempt:
        return Attempt(right, MOST_TRIES if right else await self.left(seat) or 0)

    async def free(self, request: Request, seat: int) -> bool:
        """Let another code be chosen for a seat; tell whether it had one. Raises `NotAllowed`."""
        if request.seat not in self.administrators.seats:
            raise NotAllowed(N_("Only the administrator can do that."))
        freed = await self.codes.forget(seat)
        if freed:
            await self.audit.note(request, "code_freed", seat)
        return freed

    def refusal(self, left: int, seat: int) -> str:
        """Say that a seat's code was wrong, and what is left to do."""
        text = self.language.text
        if left:
            wrong = text("That is not the code.")
            more = self.language.plural("{n} try left.", "{n} tries left.", left)
            return f"{wrong} {more}"
        ended = text(
            "The code was wrong five times in a row. An administrator can allow a new one; then choose it here."
        )
        if seat not in self.administrators.seats:
            return ended
        console = text("At the console this does the same: {command}", command=f"vaktlogg invite --seat {seat}")
        return f"{ended} {console}"
