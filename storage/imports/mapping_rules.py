"""The rules a map must keep when it is held against the form that it is for."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Question
from storage.imports.mapping import (
    CHOSEN,
    NOT_ASKED,
    NOT_CHOSEN,
    NOTHING_CHOSEN,
    ImportMap,
    Meanings,
    QuestionMap,
    Time,
    map_fault,
    read_map,
)

MONTHS = 12
DIRECTIVES = frozenset("YymdHMS%")


def read_map_for(path: Path, form: Form) -> ImportMap:
    """Read the map of a foreign file for a form. Raises `MapFault` with one sentence naming file and place."""
    mapped = read_map(path)
    for place, reason in contradictions(mapped, form):
        raise map_fault(path, place, reason)
    return mapped


def contradictions(mapped: ImportMap, form: Form) -> Iterator[tuple[str, Fault]]:
    """Yield (place, reason) for everything that the form, or another part of the map, contradicts."""
    yield from _time_faults(mapped.occurred_at)
    if mapped.outcome is not None:
        yield from _meaning_faults("outcome", mapped.outcome, OUTCOMES)
    for key, part in mapped.questions.items():
        place = f"question.{key}"
        if key not in form.by_key:
            yield place, Fault(N_("the form has no such question"))
        else:
            yield from _question_faults(place, part, form.by_key[key])
    for column in mapped.left_out or ():
        if column in mapped.read:
            yield "left_out", Fault(N_("“{column}” is read as well"), column=column)


def _time_faults(time: Time) -> Iterator[tuple[str, Fault]]:
    for text in time.formats:
        named = re.findall(r"%(.?)", text)
        if not ({"d", "m"} <= set(named) and {"Y", "y"} & set(named)):
            yield "occurred_at.formats", Fault(N_("“{text}” lacks day, month or year: %d, %m, %Y"), text=text)
        if not set(named) <= DIRECTIVES:
            yield (
                "occurred_at.formats",
                Fault(N_("“{text}” has more than %Y, %y, %m, %d, %H, %M and %S"), text=text),
            )
        if len(named) > len(set(named)):
            yield "occurred_at.formats", Fault(N_("“{text}” names something twice"), text=text)
    if time.months is not None and len({word.casefold() for word in time.months} - {""}) != MONTHS:
        yield "occurred_at.months", Fault(N_("these are not twelve different words"))


def _question_faults(place: str, part: QuestionMap, question: Question) -> Iterator[tuple[str, Fault]]:
    if (part.column is None) == (not part.columns):
        yield place, Fault(N_("it takes either a `column` or some `columns`"))
    if question.kind == "one" and (part.columns or part.separator):
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
    if question.kind == "several":
        return (*question.option_keys, NOTHING_CHOSEN, NOT_ASKED)
    return (*question.option_keys, NOT_ASKED)


def _meaning_faults(place: str, part: Meanings, allowed: Container[str]) -> Iterator[tuple[str, Fault]]:
    for text, meaning in part.values.items():
        if meaning not in allowed:
            named = text or '""'  # as TOML writes an empty key
            yield f"{place}.values.{named}", _no_option(meaning)
    if part.others is not None and part.others not in allowed:
        yield f"{place}.others", _no_option(part.others)


def _no_option(meaning: str) -> Fault:
    return Fault(N_("“{meaning}” is none of the answers that can stand here"), meaning=meaning)
