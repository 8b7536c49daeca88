"""The code list beside an export: what each key means, in three languages, and when it was in use."""

from collections.abc import Iterator

from storage.forms.form import Form
from storage.forms.question import Option, Question
from storage.forms.words import Label

COLUMNS = (
    *("question", "question_nb", "question_nn", "question_en", "kind", "base", "question_since", "question_until"),
    *("option", "option_nb", "option_nn", "option_en", "unknown", "option_since", "option_until", "was"),
)


def code_list(form: Form) -> Iterator[tuple[str, ...]]:
    """Give a row of `COLUMNS` for each option of each question, in the form's order; days are ISO texts."""
    for question in form.questions:
        for option in question.options:
            asked = (question.key, *_words(question.label), question.kind, question.base, *_dates(question))
            answer = (option.key, *_words(option.label), str(int(option.unknown)), *_dates(option))
            yield (*asked, *answer, "|".join(option.was))


def _words(label: Label) -> tuple[str, str, str]:
    return label.nb, label.nn or "", label.en or ""


def _dates(dated: Question | Option) -> tuple[str, str]:
    since, until = (day.isoformat() if day else "" for day in (dated.since, dated.until))
    return since, until
