"""The map of a foreign file: which of its columns and values are which of a form's questions and options."""

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from storage.fault import N_, Fault, why, wrong_value
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import Question
from storage.imports.row_answers import outcomes_of
from storage.quoting import escaped
from storage.toml_file import UnusableToml, read_toml

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]

NOT_ASKED: Literal["not asked"] = "not asked"
NOTHING_CHOSEN: Literal["nothing chosen"] = "nothing chosen"
CHOSEN: Literal["chosen"] = "chosen"
NOT_CHOSEN: Literal["not chosen"] = "not chosen"
"""What a value can mean besides an option. No option's key has a blank, so none of these is one."""

MONTHS = 12
DIRECTIVES = frozenset("YymdHMS%")


class MapFault(Fault):
    """A map cannot be used."""


class MapPart(BaseModel):
    """A piece of a map: read once, never changed, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class MappedTime(MapPart):
    """The columns that, joined by blanks, give the day, and the hour where they have it.

    The first of the ``formats`` (as in `strptime`, with `%Y %y %m %d %H %M %S`) that fits is taken; ``months``
    are twelve words that may stand for the number of a month.
    """

    columns: Texts
    formats: Texts
    months: Texts | None = None


class Meanings(MapPart):
    """What the texts of a cell mean; any text not among ``values`` means ``others``, or else is unknown."""

    values: dict[Text, str] = {}
    others: str | None = None


class OutcomeMap(Meanings):
    """The column that holds a record's outcome."""

    column: Text


class QuestionMap(Meanings):
    """Where a question's answer stands: in one column, or each option of a `several` in one of its own."""

    column: Text | None = None
    separator: Annotated[str, Field(min_length=1)] | None = None
    columns: dict[Text, str] = {}

    @property
    def read(self) -> frozenset[str]:
        """The columns it is read from."""
        return frozenset(self.columns) | ({self.column} if self.column is not None else frozenset())


class ImportMap(MapPart):
    """A whole map. With ``left_out``, a column that is neither read nor named there is a fault.

    Records that stay open have ``arrived`` and ``left`` in the place of ``occurred_at``.
    """

    occurred_at: MappedTime | None = None
    arrived: MappedTime | None = None
    left: MappedTime | None = None
    outcome: OutcomeMap | None = None
    questions: Annotated[dict[str, QuestionMap], Field(alias="question")] = {}
    left_out: Annotated[tuple[Text, ...], Field(strict=False)] | None = None

    @property
    def named_times(self) -> dict[str, MappedTime | None]:
        """The times by their tables' names."""
        return {"occurred_at": self.occurred_at, "arrived": self.arrived, "left": self.left}

    @property
    def times(self) -> list[MappedTime]:
        """The times of a row: one, or the two of a record that stays open."""
        return [time for time in self.named_times.values() if time]

    @property
    def read(self) -> frozenset[str]:
        """The columns of the file that are read."""
        outcome = {self.outcome.column} if self.outcome is not None else frozenset[str]()
        times = (time.columns for time in self.times)
        return frozenset(outcome).union(*times, *(part.read for part in self.questions.values()))


def read_map(path: Path, form: Form) -> ImportMap:
    """Read the map of a file for a form. Raises `MapFault` with one sentence naming file and place."""
    try:
        mapped = ImportMap.model_validate(read_toml(path))
    except OSError as fault:
        raise MapFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(fault)) from fault
    except UnusableToml as fault:
        raise _fault(path, "", fault) from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _fault(path, place, wrong_value(first)) from None
    for place, reason in _contradictions(mapped, form):
        raise _fault(path, place, reason)
    return mapped


def _fault(path: Path, place: str, reason: Fault) -> MapFault:
    """Return a fault at a place of the map, written as in TOML; an empty place is the whole file."""
    where = Fault("{place}", place=escaped(place)) if place else Fault(N_("the file"))
    return MapFault(N_("{file}: {place}: {reason}."), file=path.name, place=where, reason=reason)


def _contradictions(mapped: ImportMap, form: Form) -> Iterator[tuple[str, Fault]]:
    """Yield (place, reason) for everything that the form, or another part of the map, contradicts."""
    for name, time in mapped.named_times.items():
        yield from _time_faults(name, time, is_needed=form.stays_open == (name != "occurred_at"))
    if mapped.outcome is not None:
        yield from _meaning_faults("outcome", mapped.outcome, outcomes_of(form))
    for key, part in mapped.questions.items():
        place = f"question.{key}"
        if key not in form.by_key:
            yield place, Fault(N_("the form has no such question"))
        else:
            yield from _question_faults(place, part, form.by_key[key])
    for column in mapped.left_out or ():
        if column in mapped.read:
            yield "left_out", Fault(N_("“{column}” is read as well"), column=column)


def _time_faults(name: str, time: MappedTime | None, *, is_needed: bool) -> Iterator[tuple[str, Fault]]:
    if is_needed != (time is not None):
        yield name, Fault(N_("this key is missing") if is_needed else N_("the form has no such time"))
    if time is None:
        return
    place = f"{name}.formats"
    for text in time.formats:
        named = re.findall(r"%(.?)", text)
        if not ({"d", "m"} <= set(named) and {"Y", "y"} & set(named)):
            yield place, Fault(N_("“{text}” lacks day, month or year: %d, %m, %Y"), text=text)
        if not set(named) <= DIRECTIVES:
            yield place, Fault(N_("“{text}” has more than %Y, %y, %m, %d, %H, %M and %S"), text=text)
        if len(named) > len(set(named)):
            yield place, Fault(N_("“{text}” names something twice"), text=text)
    if time.months is not None and len({word.casefold() for word in time.months} - {""}) != MONTHS:
        yield f"{name}.months", Fault(N_("these are not twelve different words"))


def _question_faults(place: str, part: QuestionMap, question: Question) -> Iterator[tuple[str, Fault]]:
    if (part.column is None) == (not part.columns):
        yield place, Fault(N_("it takes either a `column` or some `columns`"))
    if not question.takes_several and (part.columns or part.separator):
        yield place, Fault(N_("only a question of the kind “several” takes `columns` or a `separator`"))
    if part.columns and part.separator:
        yield place, Fault(N_("a `separator` goes with a `column`"))
    for column, option in part.columns.items():
        if option not in question.option_keys:
            yield f"{place}.columns.{column}", _no_option(option)
    yield from _meaning_faults(place, part, _allowed(part, question))


def _allowed(part: QuestionMap, question: Question) -> tuple[str, ...]:
    if part.columns:
        return (CHOSEN, NOT_CHOSEN, NOT_ASKED)
    if question.takes_several:
        return (*question.option_keys, NOTHING_CHOSEN, NOT_ASKED)
    numbers = map(str, range(LARGEST + 1)) if question.is_number else ()
    return (*question.option_keys, NOT_ASKED, *numbers)


def _meaning_faults(place: str, part: Meanings, allowed: Container[str]) -> Iterator[tuple[str, Fault]]:
    for text, meaning in part.values.items():
        if meaning not in allowed:
            named = text or '""'  # as TOML writes an empty key
            yield f"{place}.values.{named}", _no_option(meaning)
    if part.others is not None and part.others not in allowed:
        yield f"{place}.others", _no_option(part.others)


def _no_option(meaning: str) -> Fault:
    return Fault(N_("“{meaning}” is none of the answers that can stand here"), meaning=meaning)
