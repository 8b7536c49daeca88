"""What was answered at `vaktlogg init`, as a config file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bot.config.desk import DeskSection
from bot.config.sections import PUBLISHED_API
from reports.words.language import Code

TOKEN_FILE = "token.txt"  # noqa: S105 - a file's name


@dataclass(frozen=True)
class BotAnswers:
    """What was answered about the bot; without a ``token`` it cannot be run."""

    token: str
    api_url: str


@dataclass(frozen=True)
class Answers:
    """What was answered: the ways in that are wanted, and when reports go out."""

    language: Code
    centre: str
    desk: DeskSection | None
    bot: BotAnswers | None
    day: int
    time: str

    def toml(self) -> str:
        """Return the config file."""
        lines = [
            "# config.example.toml has every key with its default.",
            f"language = {_quoted(self.language)}",
            f"centre = {_quoted(self.centre)}",
            *(_desk_lines(self.desk) if self.desk else ()),
            *(_bot_lines(self.bot) if self.bot else ()),
            "",
            "[reports]",
            f"day = {self.day}",
            f"time = {_quoted(self.time)}",
            "",
        ]
        return "\n".join(lines)


def _desk_lines(desk: DeskSection) -> Iterator[str]:
    yield from ("", "[desk]", f"address = {_quoted(desk.address)}")
    if desk.public_url:
        yield f"public_url = {_quoted(desk.public_url)}"
    if desk.certificate and desk.key:
        yield f"certificate = {_quoted(str(desk.certificate))}"
        yield f"key = {_quoted(str(desk.key))}"


def _bot_lines(bot: BotAnswers) -> Iterator[str]:
    yield from ("", "[telegram]")
    if bot.token:
        yield f"token_file = {_quoted(TOKEN_FILE)}"
    if bot.api_url != PUBLISHED_API:
        yield f"api_url = {_quoted(bot.api_url)}"


def _quoted(text: str) -> str:
    """Return a text as TOML writes it, which escapes what JSON does."""
    return json.dumps("".join(sign for sign in text if sign.isprintable()), ensure_ascii=False)
