"""What keeps a map from being used: the form, or another part of the map, contradicts it."""

import re
from collections.abc import Container, Iterator

from storage.fault import N_, Fault
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import Question
from storage.imports.folding import folded
from storage.imports.map_parts import (
    CHOSEN,
    NOT_ASKED,
    NOT_CHOSEN,
    NOTHING_CHOSEN,
    ImportMap,
    MappedTime,
    Meanings,
    OutcomeMap,
    QuestionMap,
)
from storage.imports.number_ranges import NumberRange, range_in
from storage.imports.row_answers import outcomes_of
from storage.quoting import escaped

MONTHS = 12
DIRECTIVES = frozenset("YymdHIpMS%")

Found = Iterator[tuple[str, Fault]]
"""Places, written as in TOML, each with what is wrong there."""


def contradictions(mapped: ImportMap, form: Form) -> Found:
    """Yield (place, reason) for everything that the form, or another part of the map, contradicts."""
    for name, time in mapped.named_times.items():
        yield from _time_faults(name, time, is_needed=form.stays_open == (name != "occurred_at"))
    if mapped.outcome is not None:
        yield from _one_column("outcome", mapped.outcome)
        yield from _meaning_faults("outcome", mapped.outcome, outcomes_of(form))
        yield from _fold_faults("outcome", mapped, mapped.outcome)
    for key, part in mapped.questions.items():
        place = f"question.{key}"
        if key not in form.by_key:
            yield place, Fault(N_("the form has no such question"))
        else:
            yield from _question_faults(place, part, form.by_key[key])
            yield from _fold_faults(place, mapped, part)
    for column in mapped.left_out or ():
        if column in mapped.read:
            yield "left_out", Fault(N_("“{column}” is read as well"), column=column)


def _time_faults(name: str, time: MappedTime | None, *, is_needed: bool) -> Found:
    if is_needed != (time is not None):
        yield name, Fault(N_("this key is missing") if is_needed else N_("the form has no such time"))
    if time is None:
        return
    for text in time.formats:
        for reason in _format_faults(text):
            yield f"{name}.formats", reason
    months = time.months or ()
    if time.months is not None and not len(months) == len({word.casefold() for word in months} - {""}) == MONTHS:
        yield f"{name}.months", Fault(N_("these are not twelve different words"))


def _format_faults(text: str) -> Iterator[Fault]:
    written = re.findall(r"%(.?)", text)
    named = set(written)
    if not ({"d", "m"} <= named and {"Y", "y"} & named):
        yield Fault(N_("“{text}” lacks day, month or year: %d, %m, %Y"), text=text)
    if not named <= DIRECTIVES:
        yield Fault(N_("“{text}” has more than %Y, %y, %m, %d, %H, %I, %p, %M and %S"), text=text)
    if len(written) > len(named):
        yield Fault(N_("“{text}” names something twice"), text=text)
    if len({"I", "p"} & named) == 1 or {"I", "H"} <= named:
        yield Fault(N_("“{text}”: %I, the hour of twelve, goes with %p, and not with %H"), text=text)


def _one_column(place: str, part: OutcomeMap | QuestionMap) -> Found:
    if (part.column is None) == (not part.columns):
        yield place, Fault(N_("it takes either a `column` or some `columns`"))


def _question_faults(place: str, part: QuestionMap, question: Question) -> Found:
    yield from _one_column(place, part)
    if not question.takes_several and part.separator:
        yield place, Fault(N_("only a question of the kind “several” takes a `separator`"))
    if part.spread and (part.separator or part.ranges):
        yield place, Fault(N_("a `separator` and `ranges` go with a `column`"))
    for column, option in part.spread.items():
        if option not in question.option_keys:
            yield f"{place}.columns.{column}", _no_option(option)
    allowed = _allowed(part, question)
    yield from _meaning_faults(place, part, allowed)
    yield from _range_faults(f"{place}.ranges", part, allowed)


def _allowed(part: QuestionMap, question: Question) -> tuple[str, ...]:
    if part.spread:
        return (CHOSEN, NOT_CHOSEN, NOT_ASKED)
    if question.takes_several:
        return (*question.option_keys, NOTHING_CHOSEN, NOT_ASKED)
    numbers = map(str, range(LARGEST + 1)) if question.is_number else ()
    return (*question.option_keys, NOT_ASKED, *numbers)


def _meaning_faults(place: str, part: Meanings, allowed: Container[str]) -> Found:
    for text, meaning in part.values.items():
        if meaning not in allowed:
            yield f"{place}.values.{_key(text)}", _no_option(meaning)
    if part.others is not None and part.others not in allowed:
        yield f"{place}.others", _no_option(part.others)


def _range_faults(place: str, part: QuestionMap, allowed: Container[str]) -> Found:
    earlier = dict[str, NumberRange]()
    for text, meaning in part.ranges.items():
        here, numbers = f"{place}.{_key(text)}", range_in(text)
        if numbers is None:
            yield here, Fault(N_("a range is written as 18-66, or as 67- where it has no end"))
        elif numbers.is_backward:
            yield here, Fault(N_("it ends before it begins"))
        elif other := next((name for name, taken in earlier.items() if taken.overlaps(numbers)), None):
            yield here, Fault(N_("it overlaps “{other}”"), other=other)
        else:
            earlier[text] = numbers
        if meaning not in allowed:
            yield here, _no_option(meaning)


def _fold_faults(place: str, mapped: ImportMap, part: Meanings) -> Found:
    earlier = dict[str, str]()
    for text, meaning in part.values.items() if mapped.folds(part) else ():
        other = earlier.setdefault(folded(text), text)
        if part.values[other] != meaning:
            words = N_("folded it is the same as “{other}”, which means something else")
            yield f"{place}.values.{_key(text)}", Fault(words, other=escaped(other))


def _key(text: str) -> str:
    """Return a key as TOML writes it, where it is empty."""
    return text or '""'


def _no_option(meaning: str) -> Fault:
    return Fault(N_("“{meaning}” is none of the answers that can stand here"), meaning=meaning)
