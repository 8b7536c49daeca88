"""What arrives becomes a request without Telegram in it, and goes to what answers it."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.telegram.arrival import Arrival
from bot.telegram.bot_api import BotApi
from bot.telegram.command_menus import CommandMenus
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.gate import Gate
from bot.telegram.kept_updates import KeptUpdates
from bot.telegram.polling_gap import Backlog
from bot.telegram.updates import ANONYMOUS, TelegramUpdates
from bot.telegram.watched_chat import WatchedChat, WatchedChats
from handlers.commands import BIND, LOG
from handlers.conversation import NOBODY, Handle, Request
from handlers.route import Command
from storage.fault import Fault
from storage.hour import Hour
from tests.bot.chat_desk import unhurried
from tests.bot.telegram.http_server import HttpServer, bot_api, http_server, response
from tests.handlers.centre import DUTY, open_centre

ME = {"id": 1, "is_bot": True, "first_name": "Vaktlogg", "username": "VaktloggBot"}
SENT = {"message_id": 7, "date": 1, "chat": {"id": DUTY, "type": "private"}}
STRANGER, GROUP = 99, -100
TEXT = Arrival(1, DUTY, DUTY, private=True, message=2, text="", query=None)
TAP = replace(TEXT, query="9")


@dataclass
class Desk:
    """The updates of a centre with two commands, and what each was asked."""

    server: HttpServer
    api: BotApi
    updates: TelegramUpdates
    backlog: Backlog
    asked: dict[str, list[tuple[Request, str]]] = field(default_factory=lambda: {"log": [], "bind": []})

    async def log(self, request: Request, words: str) -> None:
        """Take a command for private chats, which is on the menu too."""
        self.asked["log"].append((request, words))

    async def bind(self, request: Request, words: str) -> None:
        """Take a command for every chat."""
        self.asked["bind"].append((request, words))

    def watched(self, place: int) -> WatchedChat:
        """Return a chat as a request has it."""
        return self.updates.chats.at(place)

    @property
    def words(self) -> dict[str, list[str]]:
        """What was said to each command."""
        return {name: [words for _, words in asked] for name, asked in self.asked.items()}

    @property
    def called(self) -> list[str]:
        """The methods that were called once the bot knew its name."""
        return [request.method for request in self.server.requests[1:]]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Open a centre's desk, where the bot knows its name."""
    async with http_server() as server, bot_api(server) as api, open_centre(tmp_path) as centre:
        server.will_say(json.dumps({"ok": True, "result": ME}).encode())
        await api.bot.initialize()
        backlog, cases = Backlog(), centre.cases
        menus = CommandMenus(api, dict, cases.language)
        stores = cases.stores
        kept = KeptUpdates(stores.updates, stores.seats, stores.chats)
        taps = DoubleTaps(unhurried())
        updates = TelegramUpdates(
            WatchedChats(api, taps, centre.notes, stores.seats),
            [],
            cases.dispatch,
            cases.unhandled,
            backlog,
            menus,
            kept,
            stores.seats,
            Gate(stores.seats, stores.chats.bound, cases.people.strangers),
            cases.people.lapse,
        )
        desk = Desk(server, api, updates, backlog)
        commands = [Command(LOG, desk.log, "New call"), Command(BIND, desk.bind, anywhere=True)]
        desk.updates = replace(updates, commands=commands)
        yield desk


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/log", ""),
        ("/LoGG", ""),
        ("New call", ""),
        ("/log@VaktloggBot", ""),
        ("/log@vaktloggbot now", "now"),
        ("/log  one\n two\u00a0three ", "one two three"),
        ("/log\u00a0now", "now"),
        ("/log /bind", "/bind"),
    ],
)
async def test_a_command_is_known_by_its_names_and_its_label_and_gets_the_words_after_it(
    desk: Desk, text: str, words: str
) -> None:
    await desk.updates.answer(replace(TEXT, text=text))

    assert desk.words == {"log": [words], "bind": []}
    assert desk.called == []


@pytest.mark.parametrize(
    "text",
    ["", "log", " /log", "/logs", "/log@OtherBot", "new call", "New call now", "/løg", "/"],
)
async def test_a_message_that_is_no_command_is_deleted_and_said_so(desk: Desk, text: str) -> None:
    desk.server.will(response())
    desk.server.will_say(json.dumps({"ok": True, "result": SENT}).encode())

    await desk.updates.answer(replace(TEXT, text=text))

    assert desk.words == {"log": [], "bind": []}
    assert desk.called == ["deleteMessage", "sendMessage"]
    assert desk.server.requests[1].json == {"chat_id": DUTY, "message_id": 2}


async def test_in_a_group_only_commands_for_anywhere_are_answered(desk: Desk) -> None:
    in_group = replace(TEXT, chat=GROUP, private=False)
    for text in ("/bind code", "/bind@VaktloggBot code", "/bind@OtherBot code", "/log", "New call", "hello"):
        await desk.updates.answer(replace(in_group, text=text))

    assert desk.words == {"log": [], "bind": ["code", "code"]}
    assert desk.called == []


async def test_a_tap_is_never_a_command(desk: Desk) -> None:
    desk.server.will(response())

    await desk.updates.answer(replace(TAP, text="/log"))

    assert desk.words == {"log": [], "bind": []}
    assert desk.called == ["answerCallbackQuery"]


async def test_a_request_says_who_where_and_since_when(desk: Desk) -> None:
    hour = Hour.parse("2026-11-03T13")
    desk.backlog.found(1, hour)

    await desk.updates.answer(replace(TEXT, text="/log"))

    [(request, _)] = desk.asked["log"]
    assert request == Request(1, desk.watched(DUTY), Handle(2), private=True, since=hour, account=DUTY)


async def test_what_waited_while_its_sender_was_removed_is_answered_no_more(desk: Desk) -> None:
    await desk.updates.seats.load()
    number = desk.updates.seats.of(DUTY)
    assert number is not None
    desk.updates.seats._seats.pop(number.number)

    await desk.updates.answer(replace(TEXT, text="/log"))

    assert desk.asked["log"] == []


@pytest.mark.parametrize("anonymous", sorted(ANONYMOUS))
async def test_an_anonymous_administrator_is_nobody(desk: Desk, anonymous: int) -> None:
    await desk.updates.answer(replace(TEXT, sender=anonymous, chat=GROUP, private=False, text="/bind code"))

    [(request, _)] = desk.asked["bind"]
    assert request == Request(NOBODY, desk.watched(GROUP), Handle(2), private=False)


async def test_a_failure_is_told_to_who_is_on_the_list_and_to_nobody_else(desk: Desk) -> None:
    desk.server.will_say(json.dumps({"ok": True, "result": SENT}).encode())

    await desk.updates.fail(replace(TEXT, sender=STRANGER, chat=STRANGER), Fault("Nei."))
    await desk.updates.fail(TAP, Fault("Nei."))

    [_, told] = desk.server.requests
    assert (told.method, told.json["chat_id"], told.json["text"]) == ("sendMessage", DUTY, "Nei.")
    assert told.json["reply_parameters"] == {"message_id": 2, "allow_sending_without_reply": True}
