"""The rules a whole form must keep, beyond the grammar of its parts."""

from collections.abc import Iterator

from storage.database.migration import taken_names
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Question
from storage.forms.screen import AnswerButton, Screen
from storage.forms.stay_rules import day_faults, number_faults, stay_faults

RESERVED = frozenset({"id", "occurred_at", "recorded_at", "outcome"})
"""The view's own columns, which no question may be called."""

ANSWERS = "{answers}"
"""The placeholder of the answers in a sentence."""

MOST_BUTTONS = 64
"""A tap names its button with one base64 character."""


def contradictions(form: Form) -> Iterator[tuple[str, str]]:
    """Yield (place, reason) for everything in a form that no part of it can see alone."""
    yield from _form_faults(form)
    for question in form.questions:
        for reason in _question_faults(form, question):
            yield f"question “{question.key}”", reason
    for day in form.days:
        for reason in (*_key_faults(day), *day_faults(form, day)):
            yield f"question “{day.key}”", reason
    yield from stay_faults(form)
    for number, screen in enumerate(form.own_screens, 1):
        for reason in _screen_faults(form, screen):
            yield f"screen {number}", reason
    for question in form.questions:
        if not _is_asked_in_time(form, question):
            yield f"question “{question.key}”", N_("its `when` names no earlier question")


def _form_faults(form: Form) -> Iterator[tuple[str, str]]:
    if form.view in taken_names() or form.view.startswith("sqlite"):
        yield "view", N_("this name is taken by a table of the database")
    if len({entry.key for entry in form.entries}) < len(form.entries):
        yield "question", N_("two questions have the same key")
    for key, option in form.highlight.items():
        if key not in form.by_key or option not in form.by_key[key].option_keys:
            yield "highlight", N_("it names a question or an option that does not exist")

    if len(set(form.picture)) < len(form.picture):
        yield "picture", N_("it names a question twice")
    for key in form.picture:
        if key not in form.by_key:
            yield "picture", N_("it names a question that does not exist")
        elif form.by_key[key].later:
            yield "picture", N_("it names a question that is asked later, which is not drawn")
    yield from _cross_faults(form)


def _cross_faults(form: Form) -> Iterator[tuple[str, str]]:
    """Say of the pairs to set against each other which are none, or none that could be counted."""
    if len(set(form.cross)) < len(form.cross):
        yield "cross", N_("it names a pair twice")
    known = {question.key for question in form.crossable}
    for pair in form.cross:
        if len(pair) != 2 or len(set(pair)) < len(pair):  # noqa: PLR2004 - rows and columns
            yield "cross", N_("each of its pairs is two different questions")
        elif not known.issuperset(pair):
            yield "cross", N_("it names a question that does not exist, or that no registered record answers")


def _is_asked_in_time(form: Form, question: Question) -> bool:
    """Tell whether no screen after the question's own could still change whether it is asked."""
    own = _places(form, question.key)
    needed = [_places(form, key) for key in question.when]
    return not own or all(places and places[-1] <= own[0] for places in needed)


def _places(form: Form, key: str) -> list[int]:
    return [place for place, screen in enumerate(form.screens) if key in screen.questions]


def _question_faults(form: Form, question: Question) -> Iterator[str]:
    for dated in (question, *question.options):
        if dated.since and dated.until and dated.until < dated.since:
            yield N_("an `until` comes before its `since`")
    yield from _key_faults(question)
    yield from number_faults(question)
    if len(set(question.option_keys)) < len(question.options):
        yield N_("two options have the same key")
    yield from _renaming_faults(question)
    if question.most and any(text.count(ANSWERS) != 1 for text in question.most.texts):
        yield N_("its `most` has no place `{answers}`, or more than one")
    yield from _later_faults(form, question)
    yield from _group_faults(question)
    earlier = list(form.by_key)[: list(form.by_key).index(question.key)]
    for key, wanted in question.when.items():
        if key not in earlier:
            yield N_("its `when` names no earlier question")
        elif not set(wanted) <= set(form.by_key[key].option_keys):
            yield N_("its `when` names an option that does not exist")


def _key_faults(question: Question) -> Iterator[str]:
    if question.key in RESERVED:
        yield N_("this key is taken by the view’s own columns")


def _renaming_faults(question: Question) -> Iterator[str]:
    old = [key for option in question.options for key in option.was]
    if len(set(old)) < len(old):
        yield N_("two options name the same key in `was`")
    for key in set(old) & set(question.option_keys):
        if question.option(key).until is None or question.option(key).was:
            yield N_("a `was` names an option that is still in use")


def _group_faults(question: Question) -> Iterator[str]:
    if group := question.group:
        known = {option.key for option in question.counted_options if not option.unknown}
        if question.takes_several:
            yield N_("only a question with one answer can have a `group`")
        if len(set(group.options)) < len(group.options) or not known.issuperset(group.options):
            yield N_("its `group` names an answer twice, or one that does not exist or is not known")


def _later_faults(form: Form, question: Question) -> Iterator[str]:
    if question.later and not question.takes_several:
        yield N_("only a question of the kind “several” can be asked later")
    if question.besides and not question.later:
        yield N_("`besides` belongs to a question that is asked later")
    other = form.by_key.get(question.besides or "")
    if question.besides and (other is None or other.takes_several or other.later):
        yield N_("its `besides` names no question of the kind “one”")


def _screen_faults(form: Form, screen: Screen) -> Iterator[str]:
    if len(screen.flat) > MOST_BUTTONS:
        yield N_("a screen holds at most 64 buttons")
    for button in screen.flat:
        yield from _button_faults(form, screen, button)
    if not screen.questions:
        yield N_("it asks nothing: no button answers a question and goes on")


def _button_faults(form: Form, screen: Screen, button: AnswerButton) -> Iterator[str]:
    for key, option in button.set.items():
        if key not in form.by_key:
            yield N_("a button answers a question that does not exist")
        elif form.by_key[key].takes_several:
            yield N_("a button answers a question of the kind “several”, which gets a screen of its own")
        elif option not in form.by_key[key].option_keys:
            yield N_("a button gives an option that does not exist")
        elif not _settles(form.by_key[key], screen, button):
            yield N_("a button answers a question without what its `when` asks for")
    if not button.set and button.outcome is None:
        yield N_("a button neither answers nor ends")


def _settles(question: Question, screen: Screen, button: AnswerButton) -> bool:
    return all(button.set.get(key) in wanted for key, wanted in question.when.items() if key in screen.questions)
