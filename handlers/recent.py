"""The latest of many things: enough of a memory where an older one can be looked up."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Recent(Generic[Thing]):
    """Remembers at most so many things, the latest ones."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._most = most
        self._things: dict[Thing, None] = {}

    def add(self, thing: Thing) -> None:
        """Remember a thing, and forget the oldest one if there are too many."""
        self.discard(thing)
        self._things[thing] = None
        if len(self._things) > self._most:
            del self._things[next(iter(self._things))]

    def discard(self, thing: Thing) -> None:
        """Forget a thing, if it is remembered."""
        self._things.pop(thing, None)

    def __contains__(self, thing: object) -> bool:
        """Tell whether a thing is remembered."""
        return thing in self._things
