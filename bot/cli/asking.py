"""Asking at the console; where nobody sits there, the answers are lines from a pipe."""

import sys

import typer

from reports.words.language import LOCALES, Language
from storage.fault import N_

YES = N_("yes")


def asked(question: str, *, hidden: bool = False) -> str:
    """Return what is typed, which is not shown where it is ``hidden``; empty where a pipe has ended."""
    if sys.stdin.isatty():
        typed = typer.prompt(question, default="", show_default=False, hide_input=hidden)
    else:
        typer.echo(question)
        typed = sys.stdin.readline()
    return str(typed).strip()


def says_yes(question: str, language: Language) -> bool:
    """Tell whether the answer is yes, in one of our languages; anything else is no."""
    answer = asked(language.text("{question} (yes/no)", question=question)).casefold()
    return answer in {Language(code).text(YES) for code in LOCALES}
