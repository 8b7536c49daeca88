"""The help of the command line, and what is wrong with a line, in the config's language."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from bot.config.config import language_of
from reports.words.language import Language
from storage.fault import N_

FRAME = (
    N_("Usage:"),
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("Arguments:"),
    N_("Options:"),
    N_("Commands:"),
    N_("Show this message and exit."),
    N_("[required]"),
    N_("[default:"),
)
"""What typer itself writes around our own help."""
CONFIG = "--config"


class TranslatedCommand(TyperCommand):
    """A command whose help is in the language that the context carries."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override] # typer names no other public type
        """Return the help."""
        return _framed(super().get_help(ctx), ctx.find_root().obj)


class TranslatedGroup(TyperGroup):
    """The same of a group of commands."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override] # typer names no other public type
        """Return the help."""
        return _framed(super().get_help(ctx), ctx.find_root().obj)


def _framed(written: str, language: Language) -> str:
    for words in FRAME:
        written = written.replace(words, language.text(words))
    return written


def translate(command: Any, text: Callable[[str], str]) -> None:  # noqa: ANN401 - typer names no public type
    """Translate what a command and its options say of themselves, and all commands within it."""
    for told in (command, *command.params):
        if told.help:
            told.help = text(told.help)
    command.short_help = command.help
    for within in getattr(command, "commands", {}).values():
        translate(within, text)


def explain(error: typer.TyperException, words: Sequence[str], language: Language) -> str:
    """Say in one sentence what is wrong with the words of a line."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    command = context.command_path if context else "vaktlogg"
    if not words:
        return error.format_message()
    if parameter is not None and not error.message:
        missing = " / ".join(parameter.opts)
        return language.text("{name} is missing. See {command} -h.", name=missing, command=command)
    if parameter is not None:
        wrong = " / ".join(parameter.opts)
        return language.text("{name} has a wrong value. See {command} -h.", name=wrong, command=command)
    line = " ".join(words)
    return language.text("“{line}” cannot be understood. See {command} -h.", line=line, command=command)


def language_for(words: Sequence[str], default: Path) -> Language:
    """Return the language of the config that a command line names, or of the ``default`` one."""
    path = default
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == CONFIG:
            path = Path(value or "".join(words[place + 1 : place + 2]))
    return Language(language_of(path))
