"""A front end without one: conversations that are plain lists of what was shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from handlers.conversation import Gone, Handle, NotShown, Refused
from handlers.view import Button, View


@dataclass
class Shown:
    """One place: what stands there by its handle, the notices of taps, what came as something new, and every call.

    ``trouble`` is raised instead of showing anything new, as soon as so many as are ``spared`` have been shown;
    ``keeps`` means that nothing can be taken away.
    """

    place: int
    views: dict[Handle, View] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    sent: list[View] = field(default_factory=list)
    trouble: NotShown | None = None
    spared: int = 0
    keeps: bool = False

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Keep the notice."""
        self.calls.append("answer")
        if notice:
            (self.alerts if alert else self.notices).append(notice)

    async def show(self, view: View) -> Handle:
        """Put the view below the others, or raise the trouble."""
        self.calls.append("show")
        if self.trouble and not self.spared:
            raise self.trouble
        self.spared = max(0, self.spared - 1)
        handle = Handle(len(self.calls))
        self.sent.append(view)
        self.views[handle] = view
        return handle

    async def replace(self, message: Handle, view: View) -> None:
        """Put the view where the other stands."""
        self.calls.append("replace")
        if message not in self.views:
            raise Gone("it is not there")
        self.views[message] = view

    async def remove(self, message: Handle) -> None:
        """Take the view away."""
        self.calls.append("remove")
        if self.keeps:
            raise Refused("it is too old")
        if message not in self.views:
            raise Gone("it is not there")
        del self.views[message]

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Note that something is being made."""
        self.calls.append(f"busy with a {making}")

    @property
    def newest(self) -> View:
        """What was shown last; an empty view where nothing was."""
        return [View(), *self.views.values()][-1]

    @property
    def texts(self) -> list[str]:
        """What stands there, from above."""
        return [view.text for view in self.views.values()]

    def button(self, label: str) -> tuple[Handle, Button]:
        """Return the newest button with this label, and where it stands."""
        return next(
            (handle, button)
            for handle, view in reversed(self.views.items())
            for row in view.rows
            for button in row
            if button.label == label
        )


@dataclass
class ShownEverywhere:
    """All the places, each begun when it is first asked for; ``account`` tells by which one a seat comes in."""

    places: dict[int, Shown] = field(default_factory=dict)
    account: Callable[[int], int] = int
    names: dict[int, str] = field(default_factory=dict)

    def at(self, place: int) -> Shown:
        """Return a place."""
        return self.places.setdefault(place, Shown(place))

    def in_private(self, seat: int) -> Shown:
        """Return the place that only this seat sees: here, its account below zero."""
        return self.at(-self.account(seat))

    async def name(self, seat: int) -> str:
        """Return what the holder of a seat is called, or raise the trouble of the place."""
        return await self.name_of_place(-self.account(seat))

    async def name_of_place(self, place: int) -> str:
        """Return what a place is called, or raise its trouble."""
        if trouble := self.at(place).trouble:
            raise trouble
        return self.names.get(abs(place), "")


def labels(view: View) -> list[list[str]]:
    """Return what stands on the buttons, by rows."""
    return [[button.label for button in row] for row in view.rows]
