"""The words for months, in the languages that files are kept in."""

from functools import cache
from itertools import product

from babel.dates import get_month_names

from storage.imports.folding import folded

LANGUAGES, WIDTHS = ("nb", "nn", "en", "sv", "da", "de", "es", "fr"), ("wide", "abbreviated")


@cache
def month_names() -> tuple[tuple[str, ...], ...]:
    """Return the twelve words of each language, long and short, each twelve once."""
    return tuple(dict.fromkeys(_names(language, width) for language, width in product(LANGUAGES, WIDTHS)))


@cache
def month_words() -> frozenset[str]:
    """Return all of these words, folded."""
    return frozenset(folded(name) for names in month_names() for name in names)


def _names(language: str, width: str) -> tuple[str, ...]:
    names = get_month_names(width, locale=language)  # type: ignore[arg-type]
    return tuple(names[number].rstrip(".") for number in range(1, 13))
