"""The latest of many things: enough of a memory where an older one can be looked up, or need not be."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Value = TypeVar("Value")


class RecentValues(Generic[Thing, Value]):
    """Remembers a value of each of at most so many things, the latest ones."""

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._most = most
        self._values: dict[Thing, Value] = {}

    def put(self, thing: Thing, value: Value) -> None:
        """Remember a thing's value, and forget the oldest thing if there are too many."""
        self._values.pop(thing, None)
        self._values[thing] = value
        if len(self._values) > self._most:
            del self._values[next(iter(self._values))]

    def get(self, thing: Thing) -> Value | None:
        """Return a thing's value, None where it is not remembered."""
        return self._values.get(thing)

    def take(self, thing: Thing) -> Value | None:
        """Return a thing's value, None where it is not remembered, and forget it."""
        return self._values.pop(thing, None)

    def __contains__(self, thing: object) -> bool:
        """Tell whether a thing is remembered."""
        return thing in self._values


class Recent(RecentValues[Thing, None]):
    """Remembers at most so many things, the latest ones."""

    def add(self, thing: Thing) -> None:
        """Remember a thing, and forget the oldest one if there are too many."""
        self.put(thing, None)

    def discard(self, thing: Thing) -> None:
        """Forget a thing, if it is remembered."""
        self.take(thing)
