"""Asking at the console; where nobody sits there, the answers are lines from a pipe."""

import sys

import typer

from reports.words.language import LOCALES, Language
from storage.fault import N_

YES = N_("yes")


def at_a_terminal() -> bool:
    """Tell whether somebody sits there, who can be asked again."""
    return sys.stdin.isatty()


def asked(question: str, *, hidden: bool = False, err: bool = False) -> str:
    """Return what is typed, which is not shown where it is ``hidden``; empty where a pipe has ended.

    With ``err`` the question goes to standard error.
    """
    if at_a_terminal():
        typed = typer.prompt(question, default="", show_default=False, hide_input=hidden, err=err)
    else:
        typer.echo(question, err=err)
        typed = sys.stdin.readline()
    return str(typed).strip()


def says_yes(question: str, language: Language, *, err: bool = False, insist: bool = False) -> bool:
    """Tell whether the answer is yes, in one of our languages; anything else is no.

    Where we ``insist``, a person who has only hit Enter is asked again.
    """
    words = language.text("{question} (yes/no)", question=question)
    answer = asked(words, err=err)
    while insist and not answer and at_a_terminal():
        answer = asked(words, err=err)
    return answer.casefold() in {Language(code).text(YES) for code in LOCALES}
