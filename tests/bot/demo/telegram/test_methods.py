"""The methods of the Bot API that are in use."""

from bot.demo.telegram.contract import Contract
from bot.demo.telegram.methods import METHODS
from tests.bot.demo.client import Client


async def test_a_command_in_capitals_is_refused(client: Client) -> None:
    answer = await client.call("setMyCommands", commands=[{"command": "LOG", "description": "Før"}])

    assert answer["description"] == "Bad Request: BOT_COMMAND_INVALID"


def test_every_method_that_is_answered_is_checked() -> None:
    facts = Contract.published().facts

    assert METHODS.keys() == facts.methods.keys()
