"""One row of an imported file, checked against the form as strictly as a tap."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from storage.delimited_file import RowFault
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Answer, Outcome, Question
from storage.hour import Hour
from storage.records.records import Draft, canonical

SEPARATOR = "|"
MONTH_LENGTH = len("2016-07")
EARLIEST = date(1970, 1, 1)


def draft_of(form: Form, cells: Mapping[str, str], now: Hour) -> Draft:
    """Return a row of our own columns as a draft; its source is a hash of what it says.

    Raises `RowFault` or `NotAnHour`.
    """
    time, outcome = cells.get("occurred_at", ""), _outcome(cells.get("outcome", ""))
    # Of one who declined no more than the month is kept, and so no more is exported.
    day = _day(f"{time}-01" if outcome == "declined" and len(time) == MONTH_LENGTH else time, now)
    answers = dict(_answers(form, cells, day))
    if form.pruned(answers, day) != form.in_order(answers):
        lost = next(key for key in answers if key not in form.pruned(answers, day))
        raise RowFault(N_("“{question}” is not asked with these answers, or not on that day"), question=lost)
    if outcome == "registered" and (aside := [key for key in answers if key not in form.asked]):
        raise RowFault(N_("“{question}” is not asked of a registered call"), question=aside[0])
    if outcome == "declined" and answers:
        raise RowFault(N_("one who declined has no answers"))
    draft = Draft(form, time, outcome, answers, source="")
    # A hash can be guessed back: it is of what is kept, so that it tells no more than the record does.
    text = "\n".join([form.key, draft.kept_time, outcome, canonical(form, answers)])
    return replace(draft, source=f"row:{hashlib.sha256(text.encode()).hexdigest()}")


def _day(time: str, now: Hour) -> date:
    if "T" in time:
        hour = Hour.parse(time)
    else:
        try:
            hour = Hour(date.fromisoformat(time), 0)
        except ValueError:
            raise RowFault(N_("“{time}” is neither an hour nor a day"), time=time) from None
        if hour.day.isoformat() != time:
            raise RowFault(N_("“{time}” is neither an hour nor a day"), time=time)
    if hour > now or hour.day < EARLIEST:
        raise RowFault(N_("“{time}” lies in the future, or too far back"), time=time)
    return hour.day


def _outcome(text: str) -> Outcome:
    for outcome in OUTCOMES:
        if text in {outcome, ""}:
            return outcome
    raise RowFault(N_("“{text}” is not an outcome"), text=text)


def _answers(form: Form, cells: Mapping[str, str], day: date) -> Iterator[tuple[str, Answer]]:
    for key, cell in cells.items():
        if not cell or key not in form.by_key:
            continue
        question = form.by_key[key]
        if question.kind == "one":
            yield key, _option(question, cell, day)
        else:
            chosen = [_option(question, part, day) for part in cell.split(SEPARATOR) if part]
            yield key, tuple(option for option in question.option_keys if option in chosen)


def _option(question: Question, text: str, day: date) -> str:
    key = text.strip()
    if key not in question.option_keys:
        raise RowFault(N_("“{text}” is not an option of “{question}”"), text=text, question=question.key)
    if not question.option(key).in_use(day):
        raise RowFault(N_("“{text}” is not in use on {day}"), text=text, day=day)
    return key
