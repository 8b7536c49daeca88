"""A call's answers and time in words: `Politi · vold · krise`, `Tirsdag 3. november, kl. 14–15`."""

import functools
from datetime import date, timedelta

from reports.words.language import Language, upper_first
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Question
from storage.hour import Hour
from storage.records.records import Record

DAY_LENGTH = len("2016-07-14")


def answer_lines(form: Form, answers: Answers, language: Language) -> list[str]:
    """Return the answers as lines: one for all, and one for each question that has a `short` of its own."""
    shared: dict[str, Answer] = {}
    own: list[str] = []
    for key, answer in form.in_order(answers).items():
        question = form.by_key[key]
        if not question.short:
            shared[key] = answer
        elif words := _words(question, answer, language):
            own.append(f"{question.short.in_language(language.code)}: {words}")
    line = answer_line(form, shared, language)
    return [line, *own] if line else own


def answer_line(form: Form, answers: Answers, language: Language) -> str:
    """Return all answers in one line, short enough to write down on paper."""
    words = (_words(form.by_key[key], answer, language) for key, answer in form.in_order(answers).items())
    return upper_first(" · ".join(filter(None, words)))


def record_lines(form: Form, record: Record, language: Language) -> list[str]:
    """Return a record's answers as lines, without options and questions that the form no longer has."""
    known: dict[str, Answer] = {}
    for key, answer in form.in_order(record.answers).items():
        keys = form.by_key[key].option_keys
        if isinstance(answer, str):
            known |= {key: answer} if answer in keys else {}
        elif not answer or set(answer) & set(keys):
            known[key] = tuple(option for option in answer if option in keys)
    return answer_lines(form, known, language)


def _words(question: Question, answer: Answer, language: Language) -> str:
    chosen = (answer,) if isinstance(answer, str) else answer
    words = (question.option(key).chat_label.in_language(language.code) for key in chosen)
    return ", ".join(filter(None, words)) if chosen else language.text("none of these")


# Most calls are of this hour.
@functools.lru_cache(maxsize=100)
def time_line(occurred_at: str, language: Language) -> str:
    """Return `Tirsdag 3. november, kl. 14–15`, the day alone where no more is known, nothing for a month."""
    if len(occurred_at) < DAY_LENGTH:
        return ""
    day = language.day(date.fromisoformat(occurred_at[:DAY_LENGTH]))
    return upper_first(_with_hour(day, occurred_at, language))


def time_short(occurred_at: str, language: Language) -> str:
    """Return `tir. 3.11., kl. 14–15`, or the day alone where no more is known."""
    return _with_hour(language.day_short(date.fromisoformat(occurred_at[:DAY_LENGTH])), occurred_at, language)


def _with_hour(day: str, occurred_at: str, language: Language) -> str:
    if len(occurred_at) == DAY_LENGTH:
        return day
    return language.text("{day}, {hours} o’clock", day=day, hours=hour_span(Hour.parse(occurred_at)))


def hour_label(hour: Hour, now: Hour, language: Language) -> str:
    """Return an hour of the last days, short enough for a button."""
    span = hour_span(hour)
    if hour.day == now.day:
        return span
    if hour.day == now.day - timedelta(days=1):
        return language.text("yest. {hours}", hours=span)
    return f"{language.weekday_short(hour.day)} {span}"


def hour_span(hour: Hour) -> str:
    """Return `14–15`, the hour on the clock."""
    return f"{hour.hour:02}–{hour.hour + 1:02}"
