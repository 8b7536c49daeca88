"""Every request is checked against the published facts before anything is done."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.telegram.contract import ARRAY, Contract, Shape
from bot.demo.telegram.refusals import RefusedError

CONTRACT = Contract.published()
PUBLISHED = Path(__file__).parents[5] / "shared" / "data" / "bot-api-10.1.json"

PLAIN = {"String", "Integer", "Float", "Boolean", "InputFile"}
MARKUP = {"inline_keyboard": [[{"text": "Politi", "callback_data": "p"}]]}

WRONG: list[tuple[str, str, dict[str, object], str]] = [
    ("no chat", "sendMessage", {"text": "Hei"}, "chat_id is empty"),
    ("no text", "sendMessage", {"chat_id": 1}, "message text is empty"),
    ("no photo", "sendPhoto", {"chat_id": 1}, "there is no photo in the request"),
    ("no action", "sendChatAction", {"chat_id": 1}, 'sendChatAction needs "action"'),
    (
        "an unknown parameter",
        "sendMessage",
        {"chat_id": 1, "text": "Hei", "colour": "red"},
        "there is no sendMessage.colour",
    ),
    (
        "an unknown field",
        "sendMessage",
        {"chat_id": 1, "text": "Hei", "reply_markup": MARKUP | {"x": 1}},
        "there is no InlineKeyboardMarkup.x",
    ),
    ("a number as text", "sendMessage", {"chat_id": 1, "text": 5}, "sendMessage.text must be of type String"),
    (
        "a text as number",
        "deleteMessage",
        {"chat_id": 1, "message_id": "five"},
        "deleteMessage.message_id must be of type Integer",
    ),
    (
        "a truth as number",
        "deleteMessage",
        {"chat_id": 1, "message_id": True},
        "deleteMessage.message_id must be of type Integer",
    ),
    (
        "a word as truth",
        "deleteWebhook",
        {"drop_pending_updates": "perhaps"},
        "deleteWebhook.drop_pending_updates must be of type Boolean",
    ),
    (
        "a list as object",
        "sendMessage",
        {"chat_id": 1, "text": "Hei", "reply_markup": [MARKUP]},
        "sendMessage.reply_markup must be of type InlineKeyboardMarkup",
    ),
    (
        "an object as list",
        "setMyCommands",
        {"commands": {}},
        "setMyCommands.commands must be of type Array of BotCommand",
    ),
    (
        "a broken object",
        "sendMessage",
        {"chat_id": 1, "text": "Hei", "reply_markup": "{"},
        "sendMessage.reply_markup must be of type InlineKeyboardMarkup",
    ),
    (
        "too many data bytes",
        "sendMessage",
        {
            "chat_id": 1,
            "text": "Hei",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "ø" * 33}]]},
        },
        "BUTTON_DATA_INVALID",
    ),
    (
        "no data",
        "sendMessage",
        {"chat_id": 1, "text": "Hei", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}},
        "BUTTON_DATA_INVALID",
    ),
    ("a long notice", "answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    (
        "an album of one",
        "sendMediaGroup",
        {"chat_id": 1, "media": [{"type": "photo", "media": "x"}]},
        "sendMediaGroup.media must have 2 to 10 items",
    ),
    (
        "a long command",
        "setMyCommands",
        {"commands": [{"command": "a" * 33, "description": "b"}]},
        "BotCommand.command must have 1 to 32 characters",
    ),
]


@pytest.mark.parametrize(
    ("method", "given", "sentence"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_is_not_as_published_is_refused_by_name(
    method: str, given: Mapping[str, object], sentence: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        CONTRACT.read(method, given)

    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {sentence}")


def test_an_unknown_method_is_not_found() -> None:
    with pytest.raises(RefusedError) as refused:
        CONTRACT.read("sendTelegram", {})

    assert (refused.value.code, refused.value.description) == (404, "Not Found")


def test_form_fields_are_read_as_what_they_are_meant_to_be() -> None:
    form = {"chat_id": "-100", "text": "17", "disable_notification": "true", "reply_markup": json.dumps(MARKUP)}

    read = CONTRACT.read("sendMessage", form)

    assert read == {"chat_id": -100, "text": "17", "disable_notification": True, "reply_markup": MARKUP}


def test_of_several_media_the_one_that_fits_is_checked() -> None:
    photo = {"type": "photo", "media": "attach://picture", "caption": "Oktober"}

    assert CONTRACT.read("editMessageMedia", {"chat_id": 1, "message_id": 1, "media": photo})["media"] == photo


@given(
    st.sampled_from(sorted(CONTRACT.facts.methods)),
    st.dictionaries(st.text(), st.text() | st.integers() | st.none()),
)
def test_nothing_a_client_sends_is_more_than_refused(method: str, sent: dict[str, object]) -> None:
    try:
        read = CONTRACT.read(method, sent)
    except RefusedError as refusal:
        assert refusal.code == 400  # noqa: PT017 - being refused is one of the two right outcomes
    else:
        assert read.keys() == sent.keys()


def test_every_type_that_a_fact_names_is_known() -> None:
    facts = Contract.published().facts

    shapes = [*facts.methods.values(), *facts.types.values()]
    named = {name for shape in shapes for fact in shape.fields.values() for name in fact.types}
    subtypes = {name for shape in shapes for name in shape.subtypes}
    assert {name.replace(ARRAY, "") for name in named} | subtypes == PLAIN - {"Float"} | facts.types.keys()


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the whole published Bot API lies beside the project only")
@pytest.mark.parametrize("group", ["methods", "types"])
def test_the_facts_are_those_of_the_whole_published_file(group: str) -> None:
    published = json.loads(PUBLISHED.read_text())
    facts = Contract.published().facts

    ours: dict[str, Shape] = getattr(facts, group)
    assert facts.version == published["version"]
    assert ours == {name: Shape.model_validate(published[group][name]) for name in ours}
