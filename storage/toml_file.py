"""Reading TOML files that somebody else may have written: one that cannot be used is told of in a sentence."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from storage.fault import N_, Fault, why

LARGEST = 1_000_000
"""Bytes; sixty times the largest form that ships."""

DEEPEST = 20
"""How many tables and lists may lie within each other; a form needs seven."""

DOTTED = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]+\.){{{DEEPEST}}}""")
"""A key of so many parts."""


class UnusableToml(Fault):
    """A file is no TOML that can be used; the sentence is the reason alone."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a file holds. Raises `OSError`, and `UnusableToml` also for what is very large or deep."""
    with path.open("rb") as file:
        written = file.read(LARGEST + 1)
    if len(written) > LARGEST:
        raise UnusableToml(N_("it is larger than a megabyte"))
    try:
        text = written.decode()
        # The library takes a minute for a key of 50 000 parts.
        content = None if DOTTED.search(text) else tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = why(error)
        raise UnusableToml(reason.message, **reason.facts) from error
    except RecursionError:
        content = None
    if content is None or _is_deeper(content, DEEPEST):
        raise UnusableToml(N_("its tables or lists lie too deep within each other"))
    return content


def _is_deeper(content: object, most: int) -> bool:
    level: list[object] = [content]
    for _ in range(most):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, dict | list)]
    return bool(level)


def _parts(whole: object) -> Iterable[object]:
    if isinstance(whole, dict):
        return whole.values()
    return whole if isinstance(whole, list) else ()
