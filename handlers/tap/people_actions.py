"""Taps of an administrator on seats and invitations."""

from dataclasses import dataclass

from handlers.tap.actions import Action
from storage.people.seat import Role


@dataclass(frozen=True)
class ListSeats(Action, written="People:{skipped}"):
    """List the seats, skipping so many."""

    skipped: int


@dataclass(frozen=True)
class TurnAudit(Action, written="Audit:{skipped}"):
    """Show what was done, skipping so many acts."""

    skipped: int


@dataclass(frozen=True)
class OfSeat(Action):
    """About the seat with this number."""

    seat: int


class OpenSeat(OfSeat, written="Seat:{seat}"):
    """Show the seat, and what can be done with it."""


@dataclass(frozen=True)
class GiveRole(OfSeat, written="Role:{seat}-{role}"):
    """Give the seat a role."""

    role: Role


class ChooseName(OfSeat, written="Naming:{seat}"):
    """Choose a name for the seat."""


@dataclass(frozen=True)
class NameSeat(OfSeat, written="Name:{seat}-{name}"):
    """Give the seat a name, by its key."""

    name: str


class AskRemoval(OfSeat, written="Leaves:{seat}"):
    """Ask whether to remove the seat."""


class RemoveSeat(OfSeat, written="Remove:{seat}"):
    """Remove the seat for good."""


class Admit(OfSeat, written="Admit:{seat}"):
    """Let in a seat that was opened with an invitation."""


class Reject(OfSeat, written="Reject:{seat}"):
    """Remove a seat that was opened with an invitation, and not let in."""


class Renew(OfSeat, written="Renew:{seat}"):
    """Let the seat be used for as long as a new one."""


class FreeCode(OfSeat, written="Code:{seat}"):
    """Let another code be chosen for the seat."""


class InviteTo(OfSeat, written="Another:{seat}"):
    """Make a link for one more way into the seat."""


@dataclass(frozen=True)
class RemoveBrowser(Action, written="Browser:{browser}"):
    """Let a browser in no more, by its number."""

    browser: int


class OpenInvitation(Action, written="Invite:roles"):
    """Choose whom to invite, in a new message."""


@dataclass(frozen=True)
class Invite(Action, written="Invite:{role}"):
    """Invite somebody to a seat of this role."""

    role: Role


class RevokeAll(Action, written="Revoke:all"):
    """Take back every invitation that nobody has used."""


@dataclass(frozen=True)
class Revoke(Action, written="Revoke:{invite}"):
    """Take back an invitation, by its number."""

    invite: int
