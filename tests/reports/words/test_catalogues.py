import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from reports.words.language import CATALOGUES

ROOT = Path(__file__).parents[3]
KEYWORDS = {"text": None, "plural": (1, 2), "N_": None}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
LANGUAGES = pytest.mark.parametrize("code", ["nb", "nn"])


def _catalogue(code: str) -> Catalog:
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def messages(package: str) -> Iterator[tuple[str, ...]]:
    """Yield every message that a package can say, each with its plural."""
    yield from map(_forms, _messages(package))


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _messages(package: str) -> Iterator[str | tuple[str, ...]]:
    for _, _, message, _, _ in extract_from_dir(ROOT / package, METHODS, keywords=KEYWORDS):
        yield message


PACKAGES = ("bot", "handlers", "reports", "storage")


@LANGUAGES
@pytest.mark.parametrize("package", PACKAGES)
def test_every_message_in_the_code_is_translated(package: str, code: str) -> None:
    catalogue = _catalogue(code)

    missing = [
        message
        for message in _messages(package)
        if message not in catalogue or not all(_forms(catalogue[message].string))
    ]

    assert missing == []


@LANGUAGES
def test_every_translation_has_the_places_of_its_message(code: str) -> None:
    wrong = [
        entry.id
        for entry in _catalogue(code)
        if entry.id and any(_places(form) != _places(_forms(entry.id)[-1]) for form in _forms(entry.string))
    ]

    assert wrong == []


@LANGUAGES
def test_nothing_in_a_catalogue_waits_for_a_second_look(code: str) -> None:
    assert [entry.id for entry in _catalogue(code) if entry.id and entry.fuzzy] == []


@LANGUAGES
def test_nothing_in_a_catalogue_is_said_no_more(code: str) -> None:
    said = {_forms(message)[0] for package in PACKAGES for message in _messages(package)}

    assert [entry.id for entry in _catalogue(code) if entry.id and _forms(entry.id)[0] not in said] == []
