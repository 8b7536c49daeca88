"""The secret key as it is typed from its sheet."""

import typer

from bot.cli.asking import asked, at_a_terminal
from reports.words.language import Language
from storage.backup.encrypted_file import KeyPair, UnusableKey, key_pair
from storage.fault import N_

TRIES = 3
QUESTION = N_(
    "The secret key, from the sheet in the safe, in one line; blanks and small letters do not matter, and it is"
    " not shown"
)


def typed_key(language: Language) -> KeyPair:
    """Ask for the key, of a person up to three times. Raises `UnusableKey`."""
    for _ in range(TRIES - 1 if at_a_terminal() else 0):
        try:
            return _asked_key(language)
        except UnusableKey as fault:
            typer.echo(fault.sentence(language.text))
    return _asked_key(language)


def _asked_key(language: Language) -> KeyPair:
    return key_pair(asked(language.text(QUESTION), hidden=True))
