"""Inviting somebody: a one-time link and its QR picture, for a role."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.conversation import Refused, Request
from handlers.people.entrances import Entrances
from handlers.people.qr import qr_png
from handlers.people.seat_words import ROLES
from handlers.tap.people_actions import Invite, OpenInvitation, Revoke
from handlers.view import Button, View
from reports.report_files import File
from reports.words.language import Language
from storage.fault import N_
from storage.people.invites import Invites
from storage.people.seat import Seat

BY_COMMAND = N_("Instead of opening the link one can write to me: {command}")


@dataclass(frozen=True)
class _Open:
    """An invite that has just been made, and where its code comes in."""

    number: int
    code: str
    entrances: Entrances


@dataclass(frozen=True)
class Invitation:
    """Answers `/invite`.

    ``code`` makes one-time codes; ``clock`` is local, with its zone.
    """

    invites: Invites
    administrators: Administrators
    code: Callable[[], str]
    entrances: Entrances
    clock: Callable[[], datetime]
    audit: AuditLog
    language: Language

    async def open(self, request: Request) -> None:
        """Ask an administrator whom to invite."""
        if await self.administrators.ask(request):
            await request.show(self._roles)

    async def choose(self, request: Request, _tap: OpenInvitation) -> None:
        """Ask whom to invite. Raises `UnreadableTap` for all but administrators."""
        self.administrators.check(request)
        await request.reply(self._roles)

    @property
    def _roles(self) -> View:
        rows = [[Button(self.language.text(words), Invite(role))] for role, words in ROLES.items()]
        return View(self.language.text("Who is to be invited?"), rows)

    async def invite(self, request: Request, tap: Invite) -> None:
        """Show a fresh link with its QR picture. Raises `UnreadableTap` for all but administrators."""
        self.administrators.check(request)
        code, text = self.code(), self.language.text
        number = await self.invites.make(code, tap.role, by=request.seat, now=self.clock())
        await self.audit.note(request, "invited", number, tap.role)
        head = text("Invitation: {role}", role=text(ROLES[tap.role]).lower())
        terms = text("It lets in one, within 24 hours, once you have said yes. Give it to nobody else.")
        await request.reply(self._link(_Open(number, code, self.entrances), head, terms))

    async def invite_to(self, request: Request, seat: Seat) -> None:
        """Show a fresh link that opens one more way into a seat; in the chat only where it has none there yet.

        Whoever shows it has looked whether that may be.
        """
        code, text = self.code(), self.language.text
        number = await self.invites.make(code, seat.role, by=request.seat, now=self.clock(), seat=seat.number)
        await self.audit.note(request, "one_more", number, seat.number)
        words = (
            N_("One more browser, or Telegram, for access no. {number}")
            if self.entrances.to(seat).chat
            else N_("One more browser for access no. {number}")
        )
        head = text(words, number=seat.number)
        terms = text("It lets in one, within 24 hours, at once. Give it to nobody else.")
        shown = self._link(_Open(number, code, self.entrances.to(seat)), head, terms)
        may_take_back = request.seat in self.administrators.seats
        await request.reply(shown if may_take_back else replace(shown, rows=[]))

    def _link(self, invite: _Open, head: str, terms: str) -> View:
        text, links = self.language.text, invite.entrances.links(invite.code)
        lines = [head, *links, terms]
        if invite.entrances.desk and invite.entrances.here_alone:
            lines.insert(2, text("The link works on this machine alone."))
        if invite.entrances.chat:
            command = f"/start {invite.code}"
            lines.append(text(BY_COMMAND, command=command))
        rows = [[Button(text("Take back"), Revoke(invite.number))]]
        scanned = invite.entrances.scanned(invite.code)
        picture = File("invitation.png", qr_png(scanned)) if scanned else None
        return View("\n".join(lines), rows, picture=picture)

    async def open_now(self) -> int:
        """Count the invitations that can still be used."""
        return await self.invites.open(self.clock())

    async def revoke_all(self, request: Request) -> None:
        """Take back the invitations that nobody has used."""
        if number := await self.invites.revoke_all():
            await self.audit.note(request, "revoked_all", number)

    async def revoke(self, request: Request, tap: Revoke) -> None:
        """Take an invitation back, and its picture away. Raises `UnreadableTap` for all but administrators."""
        self.administrators.check(request)
        open_still = await self.invites.revoke(tap.invite)
        if open_still:
            await self.audit.note(request, "revoked", tap.invite)
        words = (
            self.language.text("The invitation is taken back.")
            if open_still
            else self.language.text("The invitation is used, or has expired.")
        )
        with contextlib.suppress(Refused):  # its link opens nothing any more, wherever it stands
            await request.conversation.remove(request.origin)
        await request.reply(View(words))
