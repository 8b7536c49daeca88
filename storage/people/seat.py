"""A seat: whoever may use Vaktlogg, a person or a shared duty phone, in a role."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from storage.fault import N_, NotAllowed

Role = Literal["administrator", "leader", "staff"]
ROLES: tuple[Role, ...] = get_args(Role)


class LastAdministrator(NotAllowed):
    """The only administrator can neither be removed nor get another role."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__(N_("This is the only administrator: make somebody else administrator first."))


class NamedInConfig(NotAllowed):
    """A seat that the config names is changed there."""

    def __init__(self) -> None:
        """Say where it stands."""
        super().__init__(N_("This access stands in the config, under [access]: change it there."))


@dataclass(frozen=True)
class Seat:
    """A seat, the account it comes in by, and the day it was last used.

    One that is ``waiting`` has been invited and not yet been let in, or is ``restored``: it was let in before a
    restore. ``warned`` tells that its lapsing is told of.
    """

    number: int
    role: Role
    name: str
    waiting: bool
    used_on: date
    warned: bool
    account: int | None
    restored: bool = False
