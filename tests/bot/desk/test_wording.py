"""At the desk no sentence tells to write a command, which can only be written in the chat."""

import re

import pytest

from bot.desk.wording import DESK_WORDING
from handlers.commands import LISTED
from reports.words.language import Code, Language
from tests.reports.words.test_catalogues import messages

COMMAND = re.compile(
    rf"(?<![\w/])/({'|'.join(name for command in LISTED for name in command.names)})\b|write to me|Tap any"
)
IN_THE_CHAT = {
    "figures and charts, also /stats 2025 or /stats July",
    (
        "I do not know both questions. These can be set against each other: {questions}. Write for example"
        " /stats {year} {example}."
    ),
    "That code does not work here. The administrator gets a new one with /bind.",
    "Write /bind to me in private: you get a code for this chat there.",
    "Write this in the chat that is to get the summaries, once, within ten minutes: /bind {code}",
    "No chat gets summaries. Write /bind.",
}
"""What is said only to somebody who has written a command, or is about to write one."""


def test_every_sentence_that_names_a_command_has_words_for_the_desk() -> None:
    said = {one for package in ("handlers", "reports") for message in messages(package) for one in message}

    assert {one for one in said if COMMAND.search(one)} == IN_THE_CHAT | DESK_WORDING.keys()


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("message", DESK_WORDING)
def test_the_desks_words_name_no_command_and_have_the_same_places(message: str, code: Code) -> None:
    at_the_desk = Language(code, instead=DESK_WORDING).text(message)

    assert at_the_desk == Language(code).text(DESK_WORDING[message])
    assert not COMMAND.search(at_the_desk)
    assert re.findall(r"{\w+}", at_the_desk) == re.findall(r"{\w+}", message)
