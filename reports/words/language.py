"""Words, numbers and dates in one language."""

import functools
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_timedelta
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

from storage.fault import N_, Fault
from storage.forms.words import Noun

Code = Literal["nb", "nn", "en"]

CATALOGUES = Path(__file__).parent / "catalogues"
LOCALES: dict[Code, str] = {"nb": "nb", "nn": "nn", "en": "en_GB"}
TAGS: dict[Code, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""The languages as documents name them."""


HALF_A_PERCENT = 0.005
"""A share up to this would be rounded to 0 %, and one as close to 1 to 100 %."""


class NoCatalogue(Fault):
    """A language's catalogue is missing or cannot be read."""


class Language:
    """Words, numbers and dates in bokmål (`nb`), nynorsk (`nn`) or English (`en`)."""

    def __init__(self, code: Code, catalogues: Path = CATALOGUES) -> None:
        """Read the language's catalogue; raise `NoCatalogue` where that fails. English needs none."""
        self.code: Code = code
        self._locale = Locale.parse(LOCALES[code])
        self._words = NullTranslations() if code == "en" else _catalogue(catalogues / f"{code}.po", self._locale)

    def text(self, message: str, **facts: object) -> str:
        """Return the translation of an English message, its ``{named}`` places filled with ``facts``."""
        # A catalogue's header is its translation of the empty message.
        translated = self._words.ugettext(message) if message else ""
        return translated.format(**facts) if facts else translated

    def plural(self, one: str, many: str, n: int, **facts: object) -> str:
        """Return the form that goes with ``n``; its place ``{n}`` is filled with the number as written."""
        return self._words.ungettext(one, many, n).format(n=self.number(n), **facts)

    def counted(self, noun: Noun, n: int) -> str:
        """Write a number of something: `12 krisetelefoner`, with a no-break space."""
        words = noun.one if self._locale.plural_form(n) == "one" else noun.many
        return f"{self.number(n)}\u00a0{words.in_language(self.code)}"

    def number(self, n: int) -> str:
        """Write a whole number: `1 234` with a no-break space in Norwegian."""
        return format_decimal(n, locale=self._locale)

    def ratio(self, ratio: float) -> str:
        """Write how many there are for each of the others, with one decimal: `3,0`."""
        return format_decimal(ratio, "0.0", locale=self._locale)

    def signed(self, n: int) -> str:
        """Write a whole number with its sign: `+7`, `−5`, `0`."""
        sign = "+" if n > 0 else "\u2212" if n < 0 else ""
        return f"{sign}{self.number(abs(n))}"

    def percent(self, share: float, *, narrow: bool = False) -> str:
        """Write a share, 0 to 1, as a whole percentage, no-break space in Norwegian: `33 %`, `under 1 %`.

        Only 0 is written 0 %, and only 1 is written 100 %. A ``narrow`` one takes little room: `<1 %`.
        """
        if 0 < share <= HALF_A_PERCENT:
            least = self.percent(0.01)
            return f"<{least}" if narrow else self.text("under {percent}", percent=least)
        if 1 - HALF_A_PERCENT <= share < 1:
            most = self.percent(0.99)
            return f">{most}" if narrow else self.text("over {percent}", percent=most)
        return format_percent(share, locale=self._locale)

    def printed_percent(self, percent: Decimal) -> str:
        """Write a percentage with the decimals it was printed with: `7 %`, `14,0 %`."""
        decimals = max(0, -int(percent.as_tuple().exponent))
        pattern = self._locale.percent_formats[None].pattern
        if decimals:
            pattern = pattern.replace("##0", f"##0.{'0' * decimals}")
        return format_percent(percent / 100, format=pattern, locale=self._locale)

    def listed_percents(self, percents: Sequence[str]) -> str:
        """Join percentages, with one sign for all where they have the same: `14, 10 og 7 %`."""
        bare = [self.without_sign(percent) for percent in percents]
        if any(percent == other for percent, other in zip(percents, bare, strict=True)):
            return self.listed(percents)
        return self.listed(bare) + percents[-1].removeprefix(bare[-1])

    def without_sign(self, percent: str) -> str:
        """Return a written percentage without its sign: `14`."""
        return percent.removesuffix("%").rstrip("\u00a0")

    def day(self, day: date) -> str:
        """Write a day with its weekday: `tirsdag 3. november`."""
        return f"{format_date(day, 'EEEE', locale=self._locale)} {self.day_of_month(day)}"

    def day_short(self, day: date) -> str:
        """Write a day short enough for a button: `tir. 3.11.`."""
        return format_skeleton("MEd", day, locale=self._locale)

    def weekday_short(self, day: date) -> str:
        """Write a day of the week as short as it can be: `tir.`."""
        return format_date(day, "EEE", locale=self._locale)

    def day_of_month(self, day: date) -> str:
        """Write a day: `3. november`."""
        return format_skeleton("MMMMd", day, locale=self._locale)

    def day_of_month_short(self, day: date) -> str:
        """Write a day: `3. nov.`."""
        return format_skeleton("MMMd", day, locale=self._locale)

    def full_date(self, day: date) -> str:
        """Write a day with its year: `3. november 2026`."""
        return format_date(day, "long", locale=self._locale)

    def days(self, first: date, last: date) -> str:
        """Write a stretch of days, both included: `1.–22. nov. 2025`."""
        return format_interval(first, last, "yMMMd", locale=self._locale)

    def month(self, month: str, *, year: bool = True) -> str:
        """Write `2026-10` as `oktober 2026`, or `oktober` without the ``year``."""
        return format_date(_first_of(month), "LLLL y" if year else "LLLL", locale=self._locale)

    def month_short(self, month: str) -> str:
        """Write `2026-10` as `okt`."""
        return format_date(_first_of(month), "LLL", locale=self._locale)

    def months(self, first: str, last: str) -> str:
        """Write a stretch of months, both included: `juli–november 2016`."""
        return format_interval(_first_of(first), _first_of(last), "yMMMM", locale=self._locale)

    def duration(self, duration: timedelta) -> str:
        """Write a length of time: in minutes, from two hours on in hours, from two days on in days."""
        return format_timedelta(duration, granularity="minute", threshold=2, locale=self._locale)

    def quoted(self, text: str) -> str:
        """Put a text in quotation marks: `«Haster»`."""
        return self.text("“{what}”", what=text)

    def listed(self, parts: Sequence[str]) -> str:
        """Join parts as `juli, august og september`."""
        return format_list(parts, locale=self._locale)


def upper_first(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text as it stands inside a sentence: its first letter in lower case, but not of `NAV`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _first_of(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


# A catalogue is part of the program and does not change while it runs.
@functools.cache
def _catalogue(path: Path, locale: Locale) -> Translations:
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=locale, abort_invalid=True)
    except (OSError, UnicodeDecodeError, PoFileError) as fault:
        raise NoCatalogue(
            N_("The catalogue {file} cannot be read: {reason}."), file=path.name, reason=fault
        ) from fault
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
