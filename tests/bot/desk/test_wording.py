"""At the desk no sentence tells to write a command, which can only be written in the chat."""

import re
from pathlib import Path

import pytest

from bot.config.sections import Access
from bot.desk.wording import DESK_WORDING, at_desk
from handlers.commands import LISTED
from reports.words.language import Code, Language
from tests.bot.chat_desk import DUTY
from tests.bot.desk.both_ways import both_ways
from tests.reports.words.test_catalogues import messages

COMMAND = re.compile(
    rf"(?<![\w/])/({'|'.join(name for command in LISTED for name in command.names)})\b|write to me|Tap any"
)
PLACE = re.compile(r"{(\w+)}")
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
    "Ask Vaktlogg for it in the chat, with /report.",
}
"""What is said only to somebody who writes commands, and where there is no desk."""


def test_every_sentence_that_names_a_command_has_words_for_the_desk() -> None:
    said = {one for package in ("handlers", "reports") for message in messages(package) for one in message}

    assert {one for one in said if COMMAND.search(one)} == IN_THE_CHAT | DESK_WORDING.keys()


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("message", DESK_WORDING)
def test_the_desk_says_it_in_words_that_name_no_command(message: str, code: Code) -> None:
    language = Language(code)
    places = {name: f"<{name} of it>" for name in PLACE.findall(message)}
    in_the_chat = f"✓ {language.text(message, **places)}\nMore."

    at_the_desk = at_desk(language)(in_the_chat)

    assert at_the_desk == f"✓ {language.text(DESK_WORDING[message], **places)}\nMore."
    assert not COMMAND.search(str(at_the_desk))
    assert PLACE.findall(DESK_WORDING[message]) == list(places)


async def test_where_both_are_served_each_says_it_in_its_own_words(tmp_path: Path) -> None:
    async with both_ways(tmp_path, Access(owners=[DUTY])) as (_, browser, person):
        person.send("/start")
        await person.wait_for("skriv /bind her")
        page = await browser.open("/people")

    assert "skriv /bind her" not in page.text
    assert "La også en chat få rapportene" in page.text
