"""A form's rules as its page's script follows them: what is asked and offered after what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage.forms.form import Form
from storage.forms.question import Dated, Question
from storage.forms.screen import AnswerButton, Choices, Screen


@dataclass(frozen=True)
class DaysInUse:
    """The first and the last day on which something is in use, as ISO dates, empty where there is none."""

    since: str
    until: str


@dataclass(frozen=True)
class QuestionRules:
    """When a question is asked, and the days of its options."""

    days: DaysInUse
    when: Mapping[str, Sequence[str]]
    besides: str
    later: bool
    options: Mapping[str, DaysInUse]


@dataclass(frozen=True)
class ButtonRules:
    """What a button answers, and whether it ends the form at once."""

    set: Mapping[str, str]
    ends: bool


@dataclass(frozen=True)
class ScreenRules:
    """The questions that a screen asks, its buttons, and whether several may be chosen."""

    questions: Sequence[str]
    buttons: Sequence[ButtonRules]
    several: bool
    later: bool


@dataclass(frozen=True)
class FormRules:
    """The questions in the form's order, and the screens."""

    questions: Mapping[str, QuestionRules]
    screens: Sequence[ScreenRules]


def rules_of(form: Form) -> FormRules:
    """Return the rules of a form."""
    return FormRules(
        questions={question.key: _question(question) for question in form.questions},
        screens=[_screen(form, screen) for screen in form.screens],
    )


def _question(question: Question) -> QuestionRules:
    return QuestionRules(
        days=_days(question),
        when=question.when,
        besides=question.besides or "",
        later=question.later,
        options={option.key: _days(option) for option in question.options},
    )


def _screen(form: Form, screen: Screen) -> ScreenRules:
    return ScreenRules(
        questions=sorted(screen.questions),
        buttons=[_button(button) for button in screen.flat],
        several=isinstance(screen, Choices),
        later=form.is_later(screen),
    )


def _button(button: AnswerButton) -> ButtonRules:
    return ButtonRules(button.set, ends=button.outcome is not None)


def _days(dated: Dated) -> DaysInUse:
    since, until = ("" if day is None else day.isoformat() for day in (dated.since, dated.until))
    return DaysInUse(since, until)
