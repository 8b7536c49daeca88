"""Errors as sentences for people, translated where they are shown, and other libraries' errors in our words."""

import errno
import re
from collections.abc import Callable
from tomllib import TOMLDecodeError

from pydantic_core import ErrorDetails


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a sentence for the catalogues where it stands, and hand it back unchanged."""
    return message


class Fault(Exception):
    """Something that went wrong and can be said in one sentence.

    The message is an English catalogue entry whose ``{named}`` placeholders the facts fill. Faults among them are
    sentences of their own; those of a tuple stand below each other, those of a list in a row.
    """

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence and its facts, translated by ``translate``."""
        facts = {name: _translated(fact, translate) for name, fact in self.facts.items()}
        sentence = translate(self.message)
        return sentence.format(**facts) if facts else sentence


class NotAllowed(Fault):
    """Somebody may not do this; nothing is changed."""


def _translated(fact: object, translate: Callable[[str], str]) -> object:
    if isinstance(fact, Fault):
        return fact.sentence(translate)
    if isinstance(fact, tuple | list):
        between = "\n" if isinstance(fact, tuple) else ", "
        return between.join(str(_translated(part, translate)) for part in fact)
    return fact


FILE_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("access is refused"),
    errno.EPERM: N_("access is refused"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EEXIST: N_("a file of that name is in the way"),
    errno.EFBIG: N_("it is too large"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
}

PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")
"""How tomllib says where it stopped; at the end of the file it names no line."""

TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")
"""How tomllib's messages about a repeated key or table begin."""


def why(error: OSError | UnicodeError | TOMLDecodeError) -> Fault:
    """Return why a file cannot be read or written, in a rare case in the system's own words."""
    if isinstance(error, OSError):
        known = FILE_REASONS.get(error.errno) if error.errno is not None else None
        return Fault(known) if known else Fault("{reason}", reason=error.strerror or error)
    if isinstance(error, UnicodeError):
        return Fault(N_("it is not UTF-8 text"))
    place = PLACE.search(str(error))
    if place is None:
        return Fault(N_("its end is not valid TOML; a quote or a bracket may be missing"))
    if str(error).startswith(TWICE):
        return Fault(N_("line {line} gives a key or a table a second time"), **place.groupdict())
    return Fault(N_("line {line}, character {column} is not valid TOML"), **place.groupdict())


VALUE_REASONS = {
    "extra_forbidden": N_("this key is not known"),
    "missing": N_("this key is missing"),
    "string_pattern_mismatch": N_("a key is written with a–z, 0–9 and _, and begins with a letter"),
    "too_long": N_("there are too many of these"),
    "too_short": N_("this is empty"),
    "string_too_long": N_("this text is too long for a message"),
    "string_too_short": N_("this is empty"),
    "string_type": N_("it is a text in quotes"),
    "int_type": N_("it is a whole number"),
    "bool_type": N_("it is true or false"),
    "list_type": N_("it is a list, in [ ]"),
    "tuple_type": N_("it is a list, in [ ]"),
    "dict_type": N_("it is a table"),
    "model_type": N_("it is a table"),
    "date_type": N_("it is a day, as 2026-03-01"),
    "literal_error": N_("it is one of {expected}"),
    "greater_than_equal": N_("it is {ge} or more"),
    "less_than_equal": N_("it is {le} or less"),
    "unseen_character": N_("it holds {code}, a character that is not seen"),
}
"""Why a value is refused, by pydantic's name for the error; the error's context fills the placeholders."""


def wrong_value(error: ErrorDetails) -> Fault:
    """Return why a value in a form, a map or the config is refused; our own validators word it themselves."""
    known = VALUE_REASONS.get(error["type"], error["msg"].removeprefix("Value error, "))
    facts = {name: str(fact).replace(" or ", ", ") for name, fact in error.get("ctx", {}).items()}
    return Fault(known, **(facts if error["type"] in VALUE_REASONS else {}))
