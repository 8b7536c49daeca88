"""Every button of every screen that a command, or the question about a shift, leads to."""

from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from handlers.conversation import Handle
from handlers.tap.actions import AskAgain
from handlers.tap.codec import Tap
from handlers.tap.form_tap import FormTap
from handlers.view import View
from tests.bot.telegram.finger import Finger, Target, targets_of
from tests.handlers.centre import Centre

SLOWLY = 60.0
TABLES = ("record", "change", "shift", "shift_change", "shift_question", "declined_in_shifts", "bound_chat")


@dataclass(frozen=True)
class Step:
    """A tap on one of the messages in sight, both counted from the oldest and lowest."""

    message: int
    button: int


Path = tuple[Step, ...]


@dataclass
class Walk:
    """A person who does the same over and over, each time from ``begin`` and a bit further."""

    begin: Callable[[], Awaitable[Finger]]
    known: set[Hashable] = field(default_factory=set)

    async def paths(self) -> Sequence[Path]:
        """Return a path to each button; screens whose buttons do the same are one."""
        found: list[Path] = []
        ahead: deque[tuple[Path, int]] = deque([((), 0)])
        while ahead:
            path, message = ahead.popleft()
            finger = await self.go(path)
            shown = list(finger.screen.views.values())[message]
            if self._is_new(shown):
                for button in range(sum(len(row) for row in shown.rows)):
                    further = (*path, Step(message, button))
                    found.append(further)
                    ahead.extend((further, changed) for changed in await self._changed_by(further))
        return found

    def _is_new(self, view: View) -> bool:
        kinds = tuple(tuple(_kind(button.tap) for button in row) for row in view.rows)
        new = kinds not in self.known
        self.known.add(kinds)
        return new

    async def _changed_by(self, path: Path) -> Sequence[int]:
        finger = await self.go(path[:-1])
        before = dict(finger.screen.views)
        await finger.tap(target(finger, path[-1]))
        return [
            place
            for place, (message, view) in enumerate(finger.screen.views.items())
            if before.get(message) != view
        ]

    async def go(self, path: Path) -> Finger:
        """Begin anew and tap, slowly, all along the path."""
        finger = await self.begin()
        for step in path:
            finger.now += SLOWLY
            await finger.tap(target(finger, step))
        finger.now += SLOWLY
        return finger


def target(finger: Finger, step: Step) -> Target:
    """Return the button that a step taps."""
    message: Handle = list(finger.screen.views)[step.message]
    return targets_of(message, finger.screen.views[message].rows)[step.button]


@dataclass
class Moment:
    """A centre as it was at one time, to begin from again and again."""

    centre: Centre
    now: datetime
    views: Mapping[int, Mapping[Handle, View]]
    tables: Mapping[str, Sequence[tuple[object, ...]]]
    changes: int = -1

    @classmethod
    async def of(cls, centre: Centre) -> Self:
        """Remember what stands on the screens and what is kept."""
        views = {place: dict(shown.views) for place, shown in centre.shown.places.items()}
        return cls(centre, centre.now, views, await kept(centre))

    async def bring_back(self) -> None:
        """Make the centre what it was."""
        self.centre.now = self.now
        for place, shown in self.centre.shown.places.items():
            shown.views = dict(self.views.get(place, {}))
        async with self.centre.database.reading() as connection:
            changed = connection.total_changes != self.changes
        if changed:
            await self._fill()

    async def _fill(self) -> None:
        async with self.centre.database.transaction() as connection:
            for table in reversed(TABLES):
                await connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a table of ours
            for table, rows in self.tables.items():
                for row in rows:
                    values = ", ".join("?" * len(row))
                    await connection.execute(f"INSERT INTO {table} VALUES ({values})", row)  # noqa: S608 - ours
            self.changes = connection.total_changes
        await self.centre.cases.stores.chats.load()


async def kept(centre: Centre) -> Mapping[str, Sequence[tuple[object, ...]]]:
    """Return everything that is kept, by table."""
    return {table: await _rows(centre, table) for table in TABLES}


async def _rows(centre: Centre, table: str) -> Sequence[tuple[object, ...]]:
    """Return a table's rows without its generated columns."""
    names = await centre.rows(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608 - a table of ours
    columns = ", ".join(str(name) for (name,) in names)
    return await centre.rows(f"SELECT {columns} FROM {table} ORDER BY 1, 2")  # noqa: S608 - and its columns


def _kind(tap: Tap) -> Hashable:
    """Return what a button does, whichever call it is about and at whatever time."""
    if isinstance(tap, FormTap):
        return tap.state.form.key, tap.state.screen, tap.press, tap.state.revision is None
    return (AskAgain, tap.place) if isinstance(tap, AskAgain) else (type(tap),)
