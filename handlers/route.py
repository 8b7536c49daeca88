"""A route: what answers a tap or a command."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers.commands import CommandText
from handlers.conversation import Request
from handlers.tap.codec import Tap

T = TypeVar("T", bound=Tap)


@dataclass(frozen=True)
class Route:
    """What answers a kind of tap.

    One ``open_to_all`` may be tapped by people who are not on the list; one that ``turns`` pages, again and again.
    """

    kind: type[object]
    answer: Callable[[Request, Any], Awaitable[None]]
    open_to_all: bool = False
    turns: bool = False


def to(
    kind: type[T],
    answer: Callable[[Request, T], Awaitable[None]],
    *,
    open_to_all: bool = False,
    turns: bool = False,
) -> Route:
    """Return a route whose answer takes just this kind of tap."""
    return Route(kind, answer, open_to_all, turns)


@dataclass(frozen=True)
class Command:
    """What answers a command and the words after it; in private chats unless ``anywhere``.

    The ``label`` at hand does the same as the command without words. One that is ``bare`` makes nothing of words.
    """

    told: CommandText
    answer: Callable[[Request, str], Awaitable[None]]
    label: str | None = None
    anywhere: bool = False
    bare: bool = False


def bare(
    told: CommandText,
    answer: Callable[[Request], Awaitable[None]],
    *,
    label: str | None = None,
    anywhere: bool = False,
) -> Command:
    """Return a command that makes nothing of the words after it."""
    return Command(told, lambda request, _: answer(request), label, anywhere, bare=True)
