"""The map of a workbook with counts: where its words and counts stand, and what they mean in a form."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from storage.fault import N_, Fault
from storage.figures.history import TOTAL
from storage.forms.form import Form
from storage.imports.map_file import TALLY, MapFault, map_content, map_fault, validated
from storage.tallies.cells import column_places, key_of

WHOLE = "total"
"""Means the total of a month."""

COLUMN = re.compile(r"[A-Z]{1,2}")
COLUMNS = re.compile(r"[A-Z]{1,2}(-[A-Z]{1,2})?")
MONTH = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", re.ASCII)
MONTHS_IN_A_YEAR = 12


def _column(letters: str) -> str:
    if not COLUMN.fullmatch(letters):
        raise ValueError(N_("a column is written as its letters, as A or AF"))
    return letters


def _columns(letters: str) -> str:
    if not COLUMNS.fullmatch(letters) or not list(column_places(letters)):
        raise ValueError(N_("columns are written as their letters, as B or B-AF"))
    return letters


def _month(value: object) -> str:
    """Return a month as `2016-01`, or as `01` where the year is said elsewhere."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MONTHS_IN_A_YEAR:
        return f"{value:02}"
    if isinstance(value, str) and MONTH.fullmatch(value):
        return value
    raise ValueError(N_("a month is 1 to 12, or a text as 2016-01"))


def _meanings(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Column = Annotated[str, AfterValidator(_column)]
Columns = Annotated[str, AfterValidator(_columns)]
Month = Annotated[str, BeforeValidator(_month)]
Meanings = Annotated[tuple[str, ...], BeforeValidator(_meanings), Field(strict=False, min_length=1)]
RowNumber = Annotated[int, Field(ge=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Layout(_Part):
    """Where words and counts stand on each sheet, and what the words mean as far as that is known.

    The words stand in the column ``labels``, the counts beside them in the columns ``counts``, which are added up;
    or the words stand in the ``labels_row``, and the counts below them, in the rows with a day in the column
    ``days``. Headings over some of the words are found in the column or row ``sections``, or between the words.
    """

    labels: Column | None = None
    sections: Column | None = None
    counts: Annotated[tuple[Columns, ...], Field(strict=False)] = ()
    labels_row: RowNumber | None = None
    sections_row: RowNumber | None = None
    days: Column | None = None
    left_out: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    meanings: dict[Text, Meanings] = {}

    def meanings_of(self, section: str, word: str) -> tuple[str, ...] | None:
        """Return what a word under a section means, nothing where it is left out; None where that is not said."""
        under, alone = key_of(f"{section} / {word}"), key_of(word)
        return self._known.get(under, self._known.get(alone))

    @cached_property
    def named_sections(self) -> frozenset[str]:
        """The sections that meanings name, as they are compared."""
        return frozenset(key.rpartition(" / ")[0] for key in self._known) - {""}

    @cached_property
    def count_places(self) -> tuple[int, ...]:
        """The columns of counts, counted from 0, each once."""
        return tuple(sorted({place for columns in self.counts for place in column_places(columns)}))

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, ...]]:
        left = {key_of(word): () for word in self.left_out}
        return {**left, **{key_of(word): meanings for word, meanings in self.meanings.items()}}


class Tally(Layout):
    """A layout with the month that each sheet is of, and what every word means."""

    year: Annotated[int, Field(ge=1900, le=2199)] | None = None
    months: Annotated[dict[Text, Month], Field(min_length=1)]
    meanings: Annotated[dict[Text, Meanings], Field(min_length=1)]

    @cached_property
    def periods(self) -> Mapping[str, str]:
        """The months by their sheets' names, as periods are called: `2016-01`."""
        return {
            sheet: month if MONTH.fullmatch(month) else f"{self.year}-{month}"
            for sheet, month in self.months.items()
        }


class TallyMap(_Part):
    """A whole map."""

    tally: Tally


def is_tally_map(path: Path) -> bool:
    """Tell whether a map is one of counts instead of records; what cannot be read is none."""
    try:
        return TALLY in map_content(path)
    except MapFault:
        return False


def read_tally_map(path: Path, form: Form) -> Tally:
    """Read the map of a workbook with counts. Raises `MapFault` with one sentence naming file and place."""
    tally = validated(path, map_content(path), TallyMap).tally
    for place, reason in (*_place_faults(tally), *_month_faults(tally), *_meaning_faults(tally, form)):
        raise map_fault(path, ".".join(filter(None, (TALLY, place))), reason)
    return tally


def _place_faults(tally: Tally) -> Iterator[tuple[str, Fault]]:
    """Yield what is missing of one way to lay a sheet out, and what belongs to the other."""
    if (tally.labels is None) == (tally.labels_row is None):
        yield "", Fault(N_("words stand either in a column, `labels`, or in a row, `labels_row`"))
    down = tally.labels is not None
    needed = {"counts": bool(tally.counts)} if down else {"days": tally.days is not None}
    strange = (
        {"days": tally.days, "sections_row": tally.sections_row}
        if down
        else {"counts": tally.counts, "sections": tally.sections}
    )
    for key, is_there in needed.items():
        if not is_there:
            yield key, Fault(N_("this key is missing"))
    for key, value in strange.items():
        if value:
            yield key, Fault(N_("it goes with the other way to lay out a sheet"))
    for column in (tally.labels, tally.sections):
        if column and set(column_places(column)) & set(tally.count_places):
            yield "counts", Fault(N_("column {column} holds words"), column=column)


def _month_faults(tally: Tally) -> Iterator[tuple[str, Fault]]:
    if tally.year is None and not all(map(MONTH.fullmatch, tally.months.values())):
        yield "year", Fault(N_("this key is missing; it is the year that was counted, as `year = 2016`"))
        return
    often = Counter(tally.periods.values())
    for sheet, period in tally.periods.items():
        if often[period] > 1:
            yield f"months.{sheet}", Fault(N_("another sheet is the same month"))


def _meaning_faults(tally: Tally, form: Form) -> Iterator[tuple[str, Fault]]:
    if form.stays_open:
        yield (
            "",
            Fault(N_("counts are taken of records with one day; what reports tell of stays, `history` takes")),
        )
    for word, meanings in tally.meanings.items():
        named = word or '""'  # as TOML writes an empty key
        place = f"meanings.{named}"
        for meaning in meanings:
            question, option = place_of(meaning)
            if meaning != WHOLE and (
                question not in form.by_key or option not in form.by_key[question].option_keys
            ):
                words = N_("“{meaning}” is no answer of the form, written as `question.option`, and not `total`")
                yield place, Fault(words, meaning=meaning)
        if len(set(meanings)) < len(meanings):
            yield place, Fault(N_("it means the same thing twice"))
    left = {key_of(word): word for word in tally.left_out}
    for word in tally.meanings:
        if key_of(word) in left:
            yield "left_out", Fault(N_("“{word}” has a meaning as well"), word=left[key_of(word)])


def place_of(meaning: str) -> tuple[str, str]:
    """Return the (question, option) that a meaning names, as figures of earlier reports have them."""
    question, _, option = meaning.partition(".")
    return TOTAL if meaning == WHOLE else (question, option)
