import json
from dataclasses import dataclass

import pytest

from bot.telegram.bot_api import BotApi
from bot.telegram.command_menus import MOST_AT_ONCE, CommandMenus
from reports.words.language import Language
from storage.people.seat import Role
from tests.bot.telegram.http_server import HttpServer, refused

OK = json.dumps({"ok": True, "result": True}).encode()


@dataclass
class Menus:
    """The menus of a bot, and the people on its list."""

    server: HttpServer
    roles: dict[int, Role]
    menus: CommandMenus

    @property
    def shown(self) -> list[tuple[object, list[str]]]:
        """Each menu that was set: whose it is, and its commands."""
        return [
            (one.json["scope"].get("chat_id"), [command["command"] for command in one.json["commands"]])
            for one in self.server.requests
        ]


@pytest.fixture
def menus(server: HttpServer, api: BotApi) -> Menus:
    """Return a bot with nobody on its list."""
    roles: dict[int, Role] = {}
    return Menus(server, roles, CommandMenus(api, lambda: roles, Language("nb")))


async def test_everybody_gets_the_menu_of_their_role_and_strangers_none(menus: Menus) -> None:
    menus.roles |= {11: "staff", 12: "leader"}
    for _ in range(3):
        menus.server.will_say(OK)
    await menus.menus.refresh()

    assert menus.shown == [
        (None, []),
        (11, ["logg", "siste", "vakt", "stats", "personvern", "hjelp"]),
        (12, ["logg", "siste", "vakter", "stats", "rapport", "personvern", "hjelp"]),
    ]
    assert menus.server.requests[1].json["commands"][0] == {"command": "logg", "description": "Ny samtale"}


async def test_a_menu_that_stands_is_not_sent_again_until_the_role_changes(menus: Menus) -> None:
    menus.roles[11] = "staff"
    for _ in range(2):
        menus.server.will_say(OK)
    await menus.menus.show_to(11)
    await menus.menus.show_to(11)
    menus.roles[11] = "leader"
    await menus.menus.show_to(11)

    assert [len(commands) for _, commands in menus.shown] == [6, 7]
    assert "rapport" in menus.shown[-1][1]


async def test_one_that_could_not_be_shown_is_tried_again(menus: Menus) -> None:
    menus.roles[11] = "staff"
    menus.server.will(refused("chat not found"))
    menus.server.will_say(OK)
    await menus.menus.show_to(11)
    await menus.menus.show_to(11)
    await menus.menus.show_to(11)

    assert [seat for seat, _ in menus.shown] == [11, 11]


async def test_on_a_long_list_some_get_their_menu_at_a_time_and_in_the_end_all(menus: Menus) -> None:
    menus.roles |= dict.fromkeys(range(1, MOST_AT_ONCE + 6), "staff")
    for _ in range(MOST_AT_ONCE + 6):
        menus.server.will_say(OK)
    await menus.menus.refresh()
    first = len(menus.shown)
    await menus.menus.refresh()

    assert first == 1 + MOST_AT_ONCE
    assert {seat for seat, _ in menus.shown[1:]} == set(range(1, MOST_AT_ONCE + 6))


async def test_one_who_has_not_opened_the_chat_is_not_tried_again_until_they_write(menus: Menus) -> None:
    menus.roles[11] = "staff"
    menus.server.will_say(OK)
    menus.server.will(refused("chat not found"))
    menus.server.will_say(OK)
    await menus.menus.refresh()
    await menus.menus.refresh()
    tried = len(menus.shown)
    await menus.menus.show_to(11)

    assert (tried, len(menus.shown)) == (2, 3)


async def test_a_stranger_gets_none(menus: Menus) -> None:
    await menus.menus.show_to(99)

    assert menus.shown == []
