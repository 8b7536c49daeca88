"""A finger on a phone: it taps a button, and again at the same place before anybody can have read what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.telegram.arrival import Arrival, ButtonPosition
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.watched_chat import WatchedChat
from handlers.conversation import Handle, Request
from handlers.tap.codec import encode
from handlers.view import Button, Rows, View
from tests.handlers.centre import DUTY, Centre
from tests.handlers.shown import Shown

ROW, LINE, GAP = 44.0, 20.0, 28.0
"""The height in pixels of a row of buttons, a line of text, and what is around a message."""


@dataclass(frozen=True)
class Target:
    """A button on the screen, and where it stands."""

    message: Handle
    button: Button
    position: ButtonPosition


def targets_of(message: Handle, rows: Rows) -> Sequence[Target]:
    """Return every button of a message, from its lowest row up."""
    return [
        Target(message, button, ButtonPosition.of(row, place, len(buttons)))
        for row, buttons in enumerate(reversed(rows))
        for place, button in enumerate(buttons)
    ]


@dataclass
class Finger:
    """Somebody's finger, and the bot's memory of the taps; ``now`` is the bot's clock of seconds."""

    centre: Centre
    seat: int = DUTY
    now: float = 0.0
    taps: DoubleTaps = field(init=False)

    def __post_init__(self) -> None:
        """Let the bot remember nothing yet."""
        self.taps = DoubleTaps(lambda: self.now)

    @property
    def screen(self) -> Shown:
        """What the finger is above."""
        return self.centre.sees(self.seat)

    async def write(self, command: str) -> Handle:
        """Write a command; return the message that answers it."""
        [known] = [known for known in self.centre.cases.routes.commands if command in known.told.names]
        self.taps.wrote(self._arrival(Handle(len(self.screen.calls)), command))
        await known.answer(self._request(Handle(0)), "")
        return max(self.screen.views)

    async def tap(self, target: Target) -> None:
        """Tap a button."""
        tap = self._arrival(target.message, encode(target.button.tap), target.position)
        await self.taps.answer(self._request(target.message), tap, self.centre.cases.dispatch)

    def _request(self, origin: Handle) -> Request:
        return Request(
            self.centre.number(self.seat), WatchedChat(self.screen, self.taps, self.centre.notes), origin
        )

    def _arrival(self, message: Handle, text: str, position: ButtonPosition | None = None) -> Arrival:
        place = self.screen.place
        return Arrival(
            1,
            self.seat,
            place,
            private=True,
            message=message,
            text=text,
            query="9",
            received=self.now,
            button=position,
        )


def hit_again(before: dict[Handle, View], target: Target, after: dict[Handle, View]) -> Iterator[Target]:
    """Yield every button that a finger resting on ``target`` may be above once the screen has changed.

    What was replaced may stand there before what was shown below it, and after.
    """
    replaced = {message: after[message] for message in before if message in after}
    height = next(low for one, low in _laid_out(before) if one == target) + ROW / 2
    under = (
        one
        for views in (replaced, after)
        for one, low in _laid_out(views)
        if low <= height < low + ROW and one.position.overlaps(target.position)
    )
    yield from dict.fromkeys(under)


def _laid_out(views: dict[Handle, View]) -> Iterator[tuple[Target, float]]:
    """Yield every button with its height above the lower end of the chat."""
    low = 0.0
    for message, view in sorted(views.items(), reverse=True):
        for target in targets_of(message, view.rows):
            yield target, low + ROW * target.position.row
        low += ROW * len(view.rows) + LINE * (1 + view.text.count("\n")) + GAP
