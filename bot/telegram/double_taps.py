"""Double taps: telling a second tap that nobody meant from a quick one that was meant.

A screen is not read before `UNREAD_SECONDS` have gone by. A tap that soon, and where the tap before it stood, was
made by the same finger on the screen before. Measured from the answer to what was shown, the time is never longer
than the time between the two taps, however far away Telegram is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.telegram.arrival import Arrival
from handlers.conversation import Request
from handlers.dispatch import Dispatch
from handlers.tap.codec import encode
from handlers.view import View

UNREAD_SECONDS = 0.65
REMEMBERED_CHATS = 1000


@dataclass(frozen=True)
class Extra:
    """A tap that was not meant; the one before it carried ``after``.

    ``elsewhere``: on a message that has not changed since, and may be about something else.
    """

    after: str
    elsewhere: bool = False


@dataclass(frozen=True)
class Waited:
    """A tap on a screen that was not shown yet: from before a restart, when it stood there too.

    The tap before it carried ``after``; ``view`` is the screen, None if it cannot be shown again as it is.
    """

    after: str
    view: View | None


@dataclass(frozen=True)
class _Showing:
    view: View
    plain: bool
    began: float
    answered: float

    @property
    def again(self) -> View | None:
        return self.view if self.plain else None

    def carries(self, data: str) -> bool:
        return any(encode(button.tap) == data for row in self.view.rows for button in row)


@dataclass
class _Chat:
    """The tap that was believed last, the newest message then, and what has been shown since by its message."""

    newest: int = 0
    before: Arrival | None = None
    newest_then: int = 0
    shown: dict[int, _Showing] = field(default_factory=dict)

    def since(self, tap: Arrival) -> _Showing | None:
        """Return what brought the tapped button where it stands: its message's showing, or the latest one."""
        return self.shown.get(tap.message) or next(reversed(self.shown.values()), None)

    def is_under_the_finger(self, tap: Arrival) -> bool:
        """Tell whether a finger that has not moved since the tap before can have hit the tapped button."""
        before = self.before
        if before is None or before.button is None or tap.button is None:
            return False
        row, row_before = tap.button.row, before.button.row
        below = [message for message in self.shown if message > self.newest_then]
        if not tap.button.overlaps(before.button):
            return False
        if tap.message == before.message:
            pushed_up = len(self.shown[below[0]].view.rows) if below else row_before
            return row == row_before or row < row_before - pushed_up
        if below and tap.message == below[-1]:
            return row == row_before if before.message == self.newest_then else row > row_before
        # A message above comes down when the tapped one grows smaller; one below goes up when a new one comes.
        return bool(below) or tap.message < before.message


class DoubleTaps:
    """Remembers, chat by chat, the last tap and what has been shown since. ``moment`` is a clock in seconds."""

    def __init__(self, moment: Callable[[], float]) -> None:
        """Remember nothing yet."""
        self.moment = moment
        self._chats: dict[int, _Chat] = {}

    async def answer(self, request: Request, tap: Arrival, dispatch: Dispatch) -> None:
        """Carry out a tap, unless it cannot have been meant: then say so, or show its screen again."""
        verdict = self.judge(tap)
        if verdict is None or dispatch.turns_on(verdict.after, tap.text):
            self.believe(tap)
            await dispatch.answer(request, tap.text)
        elif isinstance(verdict, Waited):
            await dispatch.ask_again(request, verdict.view)
        else:
            await dispatch.explain_extra(request, verdict.after, elsewhere=verdict.elsewhere)

    def judge(self, tap: Arrival) -> Extra | Waited | None:
        """Tell what is wrong with a tap, None if it is to be believed."""
        chat = self._chats.get(tap.chat)
        if chat is None or chat.before is None or chat.before.sender != tap.sender:
            return None
        showing = chat.since(tap)
        if showing is None or tap.received - showing.answered >= UNREAD_SECONDS:
            return None
        shown = tap.message in chat.shown
        if tap.received < showing.began:
            return Waited(chat.before.text, showing.again) if shown and showing.carries(tap.text) else None
        if chat.is_under_the_finger(tap) and (not shown or showing.carries(tap.text)):
            return Extra(chat.before.text, elsewhere=not shown)
        return None

    def believe(self, tap: Arrival) -> None:
        """Remember a tap that is carried out."""
        chat = self._chat(tap.chat)
        chat.newest = chat.newest_then = max(chat.newest, tap.message)
        chat.before, chat.shown = tap, {}

    def wrote(self, message: Arrival) -> None:
        """Remember that something was written: the finger has moved."""
        chat = self._chat(message.chat)
        chat.newest, chat.before, chat.shown = max(chat.newest, message.message), None, {}

    def showed(self, place: int, message: int, view: View, began: float) -> None:
        """Remember what a message has just come to show."""
        chat = self._chat(place)
        chat.newest = max(chat.newest, message)
        if chat.before is not None:
            chat.shown.pop(message, None)
            plain = not (view.picture or view.file)
            chat.shown[message] = _Showing(_bare(view), plain, began, self.moment())

    def _chat(self, place: int) -> _Chat:
        """Return what is known of a chat, now the latest; forget the one that has rested longest."""
        chat = self._chats[place] = self._chats.pop(place) if place in self._chats else _Chat()
        if len(self._chats) > REMEMBERED_CHATS:
            del self._chats[next(iter(self._chats))]
        return chat


def _bare(view: View) -> View:
    """Return a view without its picture, pages or file."""
    return replace(view, picture=None, album=(), file=None)
