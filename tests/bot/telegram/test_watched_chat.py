"""Nothing of a call stands in a message that is not noted, wherever the program ends."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.telegram.double_taps import DoubleTaps
from bot.telegram.watched_chat import WatchedChat
from handlers.conversation import Gone, Handle, NotShown
from handlers.view import View
from storage.database.connection import DiskFull
from tests.handlers.centre import Centre, open_centre
from tests.handlers.shown import Shown

PLACE = -11
FRESH = View("Ny samtale", stage="fresh")
FORM = View("Politi", stage="form")
RECEIPT = View("Lagret\nPoliti", stage="receipt", source="Zz09-_aBcD")
PLAIN = View("Hei")


class Killed(BaseException):
    """The program has ended."""


class Watched:
    """A watched chat, and what was noted at each of its calls; it may be killed after one."""

    def __init__(self, centre: Centre) -> None:
        self.shown = Shown(PLACE)
        self.chat = WatchedChat(self.shown, DoubleTaps(lambda: 0.0), centre.notes)
        self.centre = centre
        self.seen: list[tuple[str, str, str | None]] = []
        self.killed_after = 0

    async def stage(self, message: Handle) -> str | None:
        """Return the stage that is on the disk."""
        rows = await self.centre.rows(f"SELECT stage FROM message WHERE message = {message}")  # noqa: S608 - a number
        return str(rows[0][0]) if rows else None

    def watch(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """Note at each call what is said, and what is on the disk just before."""
        call = getattr(self.shown, name)

        async def watched(*what: Handle | View) -> Handle | None:
            stage = await self.stage(what[0]) if isinstance(what[0], int) else None
            self.seen.append((name, what[-1].text if isinstance(what[-1], View) else "", stage))
            result: Handle | None = await call(*what)
            if len(self.seen) == self.killed_after:
                raise Killed
            return result

        monkeypatch.setattr(self.shown, name, watched)


@pytest.fixture
async def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Watched]:
    """Watch a chat's calls."""
    async with open_centre(tmp_path) as centre:
        watched = Watched(centre)
        for name in ("show", "replace"):
            watched.watch(monkeypatch, name)
        yield watched


async def test_a_new_message_is_noted_before_it_shows_a_call(watched: Watched) -> None:
    message = await watched.chat.show(RECEIPT)

    assert watched.seen == [("show", "Et øyeblikk …", None), ("replace", RECEIPT.text, "receipt")]
    assert watched.shown.views[message] == RECEIPT
    assert watched.shown.sent[0].stage  # so that it can be neither forwarded nor saved


async def test_a_first_screen_is_sent_as_it_is(watched: Watched) -> None:
    message = await watched.chat.show(FRESH)

    assert watched.seen == [("show", FRESH.text, None)]
    assert await watched.stage(message) == "fresh"


async def test_a_message_that_is_not_known_is_noted_before_it_shows_a_call(watched: Watched) -> None:
    message = await watched.shown.show(FRESH)  # and then the program ended
    await watched.chat.replace(message, FORM)

    assert watched.seen[-1] == ("replace", FORM.text, "form")


@pytest.mark.parametrize("killed_after", [1, 2])
async def test_killed_at_any_call_it_leaves_nothing_of_a_call_in_a_message_that_is_not_noted(
    watched: Watched, killed_after: int
) -> None:
    watched.killed_after = killed_after
    with pytest.raises(Killed):
        await watched.chat.show(FORM)

    [(message, view)] = watched.shown.views.items()
    assert (view.text == FORM.text) <= (await watched.stage(message) == "form")


async def test_it_stays_noted_until_what_it_showed_is_gone(watched: Watched) -> None:
    message = await watched.chat.show(RECEIPT)
    await watched.chat.replace(message, PLAIN)

    assert watched.seen[-1] == ("replace", PLAIN.text, "receipt")
    assert await watched.stage(message) is None


@pytest.mark.parametrize("trouble", [NotShown("later"), Gone("gone")])
async def test_where_it_could_not_be_replaced_it_stays_noted(
    watched: Watched, trouble: NotShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await watched.chat.show(RECEIPT)

    async def fails(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(watched.shown, "replace", fails)
    with pytest.raises(type(trouble)):
        await watched.chat.replace(message, PLAIN)

    assert await watched.stage(message) == "receipt"


async def test_of_a_message_that_is_removed_nothing_is_noted(watched: Watched) -> None:
    message = await watched.chat.show(FORM)
    await watched.chat.remove(message)

    assert await watched.stage(message) is None


async def test_a_message_edited_from_screen_to_screen_is_written_once(watched: Watched) -> None:
    message = await watched.chat.show(FORM)
    before = await watched.centre.rows("SELECT total_changes()")
    for text in ("Politi · vold", "Politi · vold · krise"):
        await watched.chat.replace(message, View(text, stage="form"))

    assert await watched.centre.rows("SELECT total_changes()") == before


async def test_a_tap_is_answered_though_it_cannot_be_noted_and_that_is_made_good(
    watched: Watched, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise DiskFull("The disk is full.")

    message = await watched.chat.show(FRESH)
    with monkeypatch.context() as full:
        full.setattr(watched.centre.database, "write", refuse)
        await watched.chat.replace(message, FORM)
    assert watched.shown.views[message] == FORM
    assert "It was not noted that a message has to be cleared, and will be: The disk is full." in caplog.text
    assert await watched.stage(message) == "fresh"

    await watched.centre.cases.stores.messages.write_rest()

    assert await watched.stage(message) == "form"
