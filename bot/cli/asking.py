"""Asking at the console; where nobody sits there, the answers are lines from a pipe."""

import sys

import typer

from reports.words.language import LOCALES, Language
from storage.fault import N_

YES = N_("yes")


def asked(question: str, *, hidden: bool = False, err: bool = False) -> str:
    """Return what is typed, which is not shown where it is ``hidden``; empty where a pipe has ended.

    With ``err`` the question goes to standard error.
    """
    if sys.stdin.isatty():
        typed = typer.prompt(question, default="", show_default=False, hide_input=hidden, err=err)
    else:
        typer.echo(question, err=err)
        typed = sys.stdin.readline()
    return str(typed).strip()


def says_yes(question: str, language: Language, *, err: bool = False) -> bool:
    """Tell whether the answer is yes, in one of our languages; anything else is no."""
    answer = asked(language.text("{question} (yes/no)", question=question), err=err).casefold()
    return answer in {Language(code).text(YES) for code in LOCALES}
