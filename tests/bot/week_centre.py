"""A centre that the week is played at, with telephones."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.demo.telegram.person import Person
from tests.bot.chat_desk import DUTY, Clock


class Centre(Protocol):
    """A centre with telephones, to start and stop."""

    clock: Clock

    def open(self) -> AbstractAsyncContextManager[None]:
        """Let the bot run meanwhile."""

    def person(self, seat: int = DUTY) -> Person:
        """Return somebody with a phone."""

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database file."""
