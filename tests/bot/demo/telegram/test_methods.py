"""The methods of the Bot API that are in use."""

from bot.demo.telegram.contract import Contract
from bot.demo.telegram.methods import METHODS
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import Client


async def test_a_command_in_capitals_is_refused(client: Client) -> None:
    answer = await client.call("setMyCommands", commands=[{"command": "LOG", "description": "Før"}])

    assert answer["description"] == "Bad Request: BOT_COMMAND_INVALID"


async def test_a_menu_is_that_of_one_chat_or_of_all_the_others(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    scope = {"type": "chat", "chat_id": 11}
    await client.ask("setMyCommands", commands=[{"command": "log", "description": "Før"}], scope=scope)
    await client.ask("setMyCommands", commands=[])

    own = telegram.account.chat(11).commands
    assert own
    assert [command["command"] for command in own] == ["log"]
    assert telegram.account.commands == []


async def test_a_menu_of_a_chat_that_is_not_there_is_refused(client: Client) -> None:
    answer = await client.call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": 11})

    assert answer["description"] == "Bad Request: chat not found"


def test_every_method_that_is_answered_is_checked() -> None:
    facts = Contract.published().facts

    assert METHODS.keys() == facts.methods.keys()
