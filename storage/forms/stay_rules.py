"""The rules of days and numbers, and of forms whose records stay open from a day to a day."""

from collections.abc import Iterator
from itertools import pairwise

from storage.fault import N_
from storage.forms.form import Form
from storage.forms.house import House
from storage.forms.question import Question


def number_faults(question: Question) -> Iterator[str]:
    """Yield what is wrong with a question's bands and options."""
    if not question.is_number:
        if question.bands:
            yield N_("`bands` belong to a question of the kind “count” or “number”")
    elif not question.bands or question.bands[0] != 0 or any(a >= b for a, b in pairwise(question.bands)):
        yield N_("its `bands` are rising whole numbers, and the first one is 0")
    elif any(not option.not_known for option in question.options[len(question.bands) :]):
        yield N_("besides its bands it can only have options that are `unknown`")
    for option in question.options:
        if option.counted and not option.not_known:
            yield N_("only an option that is `unknown` can be `counted`")


def day_faults(form: Form, day: Question) -> Iterator[str]:
    """Yield what is wrong with a question for a day."""
    if day.stage not in {"arrival", "departure"}:
        yield N_("a day is the one of “arrival” or of “departure”: say so as its `stage`")
    elif sum(other.stage == day.stage for other in form.days) > 1:
        yield N_("there is another day of this `stage`")
    if day.options or day.when or day.bands or day.later:
        yield N_("a day has no options, no `when`, no `bands`, and is not asked later")


def stay_faults(form: Form) -> Iterator[tuple[str, str]]:
    """Yield (place, reason) for what contradicts that records stay open, or that they do not."""
    if (form.arrival is None) != (form.departure is None):
        yield "question", N_("a day of arrival and one of departure go together")
    for question in form.questions:
        for reason in _stage_faults(form, question):
            yield f"question “{question.key}”", reason
    if form.stays_open and form.own_screens:
        yield "screen", N_("a form whose records stay open has no screens")
    if form.house:
        yield from (("house", reason) for reason in _house_faults(form, form.house))


def _stage_faults(form: Form, question: Question) -> Iterator[str]:
    if not form.stays_open and (question.stage or question.grows):
        yield N_("`stage` and `grows` belong to a form with a day of arrival and one of departure")
    if question.grows and not (question.takes_several and question.stage in {None, "arrival"}):
        yield N_("only a question of the kind “several”, asked at arrival, can grow")
    if form.stays_open and (question.later or question.besides):
        yield N_("a form whose records stay open has no questions that are asked later")


def _house_faults(form: Form, house: House) -> Iterator[str]:
    if not form.stays_open:
        yield N_("it belongs to a form with a day of arrival and one of departure")
    if (house.by is None) == (house.person is None):
        yield N_("it takes either `by`, a question, or a `person`")
    if house.by and (house.by not in form.by_key or form.by_key[house.by].kind != "one"):
        yield N_("`by` names no question of the kind “one”")
    if house.first and (house.first not in form.by_key or not form.by_key[house.first].is_yes_or_no):
        yield N_("`first` names no question with the answers “yes” and “no”")
