"""The words for months, in the languages that files are kept in."""

from functools import cache
from itertools import product

from babel.dates import get_month_names

from storage.imports.folding import folded

FORM_LANGUAGES = ("nb", "nn", "en")
LANGUAGES, WIDTHS = (*FORM_LANGUAGES, "sv", "da", "de", "es", "fr"), ("wide", "abbreviated")


@cache
def month_names() -> tuple[tuple[str, ...], ...]:
    """Return the twelve words of each language, long and short, each twelve once."""
    return tuple(dict.fromkeys(_names(language, width) for language, width in product(LANGUAGES, WIDTHS)))


@cache
def month_words() -> frozenset[str]:
    """Return all of these words, folded."""
    return frozenset(folded(name) for names in month_names() for name in names)


@cache
def whole_names() -> tuple[tuple[str, ...], ...]:
    """Return the twelve words, folded and not shortened, of each language that forms are worded in."""
    return tuple(tuple(map(folded, _names(language, "wide"))) for language in FORM_LANGUAGES)


def _names(language: str, width: str) -> tuple[str, ...]:
    names = get_month_names(width, locale=language)  # type: ignore[arg-type]
    return tuple(names[number].rstrip(".") for number in range(1, 13))
