"""A table of attacks: each row is an attempt, and of each nothing comes.

Taps are attacked in `test_attacks_by_tap.py`, codes in `tests/storage/people/test_invites.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bot.demo.telegram.chats import Kind
from bot.telegram.updates import ANONYMOUS
from tests.bot.chat_desk import DUTY, LEADER, OWNER, STRANGER, Desk, until
from tests.bot.leadership import group_of, texts_of
from tests.bot.tapping import answer_to, call

GROUP, CHANNEL, BOT = -1001, -1009, 123456789
HUGE, DEEP = "x" * 1_000_000, 500

Json = dict[str, Any]


def written(sender: object, text: object, chat: object = None, **more: object) -> Json:
    """Return a message as Telegram sends it; a chat below zero is a group's."""
    where = sender if chat is None else chat
    kind = "supergroup" if isinstance(where, int) and where < 0 else "private"
    by = {"id": sender, "is_bot": False, "first_name": "x"}
    return {
        "message": {
            "message_id": 77,
            "date": 1,
            "from": by,
            "chat": {"id": where, "type": kind},
            "text": text,
            **more,
        }
    }


def tapped(sender: object, data: object, chat: object = None) -> Json:
    """Return a tap."""
    message = written(OWNER, "", sender if chat is None else chat)["message"]
    by = {"id": sender, "is_bot": False, "first_name": "x"}
    return {"callback_query": {"id": "9", "from": by, "message": message, "data": data}}


def edited(update: Json) -> Json:
    """Return a message as one that was edited, which comes though nobody asked for it."""
    return {"unasked": True, "edited_message": {**update["message"], "edit_date": 2}}


def nested(depth: int) -> Json:
    """Return a message within a message within a message."""
    message: Json = written(STRANGER, "hei")["message"]
    for _ in range(depth):
        message = {**message, "reply_to_message": message}
    return {"message": message}


ATTEMPTS: Mapping[str, Sequence[Json]] = {
    "a stranger writes and taps in private": [
        *(written(STRANGER, text) for text in ("hei", "/log", "/stats", "/folk", "/start", "/bind", "/audit")),
        *(
            tapped(STRANGER, data)
            for data in ("Form:call", "People:0", "Invite:administrator", "Remove:1", "Audit:0")
        ),
    ],
    "a stranger guesses codes": [
        written(STRANGER, f"/{name} {n:022}") for n in range(30) for name in ("start", "bind")
    ],
    "a stranger taps in another's private chat": [
        tapped(STRANGER, "Form:call", DUTY),
        written(STRANGER, "/log", DUTY),
    ],
    "a stranger in a group with the bot": [
        written(STRANGER, text, GROUP) for text in ("/log", "/bind", "/unbind", "/export", "/start x", "/folk")
    ],
    "an export, a report and the people asked for in a group, by a leader": [
        written(LEADER, text, GROUP) for text in ("/export", "/stats", "/rapport 2026-10", "/folk", "/last")
    ],
    "a message that was edited into a command": [
        edited(written(sender, "/log")) for sender in (DUTY, OWNER, STRANGER)
    ],
    "an anonymous administrator of a group, a channel, and Telegram itself": [
        update
        for sender in ANONYMOUS
        for update in (
            written(sender, "/bind x", GROUP),
            written(sender, "/unbind", GROUP),
            written(sender, "/start x"),
            tapped(sender, "Unbind:chat-1", GROUP),
            tapped(sender, "Form:call"),
        )
    ],
    "a channel's post": [
        {
            "channel_post": {
                "message_id": 1,
                "date": 1,
                "chat": {"id": CHANNEL, "type": "channel"},
                "text": "/bind x",
            }
        },
        written(DUTY, "/log", CHANNEL, sender_chat={"id": CHANNEL, "type": "channel"}),
    ],
    "another bot": [
        {
            "message": {
                **written(STRANGER, "/start x")["message"],
                "from": {"id": BOT, "is_bot": True, "first_name": "x"},
            }
        }
    ],
    "a private chat that is somebody else's": [
        written(DUTY, "/log", STRANGER),
        tapped(DUTY, "Form:call", STRANGER),
    ],
    "what is far too large": [
        written(STRANGER, HUGE),
        written(STRANGER, f"/start {HUGE}"),
        tapped(STRANGER, HUGE),
        written(2**70, "/start x"),
        tapped(2**70, "Form:call", 2**70),
    ],
    "what is far too deep": [nested(DEEP)],
    "what is of another kind than it says": [
        written("11", "/log"),
        written(STRANGER, ["/log"]),
        written(None, "/log"),
        tapped(STRANGER, {"a": 1}),
        {"message": [], "callback_query": 7},
        {"message": {"from": [], "chat": "x"}},
        {},
    ],
}


async def _everything(desk: Desk) -> list[object]:
    tables = ("record", "change", "seat", "way_in", "invite", "bind_code", "bound_chat", "audit")
    return [desk.rows(f"SELECT * FROM {table}") for table in tables]  # noqa: S608 - ours


@pytest.mark.parametrize("updates", ATTEMPTS.values(), ids=list(ATTEMPTS))
async def test_of_an_attack_nothing_comes_and_nobody_gets_an_answer(desk: Desk, updates: Sequence[Json]) -> None:
    group = desk.telegram.group(GROUP, "Gruppe", Kind.SUPERGROUP)
    async with desk.open():
        person, stranger = desk.person(), desk.person(STRANGER)
        await call(person)
        await answer_to(desk.person(OWNER), "/log", "Ny samtale")
        before, shown = await _everything(desk), [len(one.messages) for one in (person, desk.person(OWNER))]
        for update in updates:
            desk.telegram.push(update)
        await answer_to(desk.person(LEADER), "/log", "Ny samtale")
        await until(lambda: len(desk.person(LEADER).messages) >= 2)

        assert await _everything(desk) == before
        assert {chat for (chat,) in desk.rows("SELECT id FROM place")} <= {DUTY, OWNER, LEADER}
        assert [message for message in stranger.messages if message.from_bot] == []
        assert texts_of(group) == []
        assert [len(one.messages) for one in (person, desk.person(OWNER))] == shown


async def test_a_code_that_an_anonymous_administrator_writes_binds_nothing(desk: Desk) -> None:
    async with desk.open():
        owner = desk.person(OWNER)
        code = (await answer_to(owner, "/bind", "/bind ")).text.split("/bind ")[1]
        group = group_of(desk)
        desk.telegram.push(written(1087968824, f"/bind {code}", group.id))
        await until(lambda: texts_of(group) != [])

    assert texts_of(group) == ["Skriv som deg selv, ikke anonymt, og prøv igjen."]
    assert desk.rows("SELECT * FROM bound_chat") == []
