"""What a use case about people has answered, in its place on the page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.desk.replies import Reply
from handlers.tap.actions import OfChat
from handlers.tap.people_actions import ListSeats, RemoveSeat, Revoke
from handlers.view import View


@dataclass(frozen=True)
class PlacedReply:
    """The notices of a reply, its questions by the seats they are about, and its links."""

    reply: Reply
    questions: Mapping[int, View]
    links: Sequence[View]


def placed(reply: Reply) -> PlacedReply:
    """Place a reply: what only says something is a notice, and lists, which the page has anyway, are left out."""
    said, questions, links = list(reply.notices), {}, []
    for view in reply.views:
        taps = [button.tap for row in view.rows for button in row]
        about = _removed(taps)
        if view.picture or any(isinstance(tap, Revoke) for tap in taps):
            links.append(view)
        elif about is not None:
            questions[about] = view
        elif not any(isinstance(tap, ListSeats | OfChat) for tap in taps):
            said.append(view.text)
    return PlacedReply(Reply(said, reply.alerts), questions, links)


def _removed(taps: Iterable[object]) -> int | None:
    return next((tap.seat for tap in taps if isinstance(tap, RemoveSeat)), None)
