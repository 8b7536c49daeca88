"""Cross tables counted in this process."""

from collections.abc import Iterable
from datetime import date

from reports.analysis.cross_table import CrossTable, cross_table
from reports.analysis.grouped_answers import grouped_answers
from reports.analysis.period import Period
from reports.cross_count import CrossCount
from reports.words.cross_table import CrossWording
from reports.words.language import Code
from reports.worker.count_pairs import pair_counts
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Option, Question
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.chapters import language
from tests.reports.forms import call_form, with_questions

LATER = date(2030, 1, 1)


def call(calls: int = 1, **answers: str | list[str]) -> AnswerCount:
    """Return so many registered calls with these answers."""
    return AnswerCount("2016-01", "registered", answers, calls)


def crossed(
    pair: str,
    rows: Iterable[AnswerCount],
    form: Form | None = None,
    period: str = "2016",
    today: date = LATER,
) -> CrossTable:
    """Count the table of a pair of questions, as `agency,reason`."""
    form, asked = form or call_form(), Period.named(period)
    one, other = (form.by_key[key] for key in pair.split(","))
    grouped = grouped_answers(one, other, rows)
    return cross_table(form, asked, asked.so_far(today), grouped, pair_counts(CrossCount.of(grouped)))


def cross_words(table: CrossTable, code: Code = "nb") -> CrossWording:
    """Put a table into words."""
    return CrossWording(table, language(code))


def with_many_options(count: int) -> Form:
    """Return the telephone log with so many agencies, `a0` and so on, and as many reasons, `r0` and so on."""
    form = call_form()
    return with_questions(form, _many(form.by_key["agency"], "a", count), _many(form.by_key["reason"], "r", count))


def _many(question: Question, letter: str, count: int) -> Question:
    options = [Option(key=f"{letter}{n}", label=Label(nb=f"Svar {letter}{n}")) for n in range(count)]
    unknown = Option.model_validate({"key": "unknown", "label": {"nb": "Ikke kjent"}, "unknown": True})
    return changed(question, options=(*options, unknown))
