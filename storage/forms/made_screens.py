"""The screens of a form in the order asked: the file's own, and one made for each question left over."""

from collections.abc import Iterator, Sequence

from storage.forms.question import Question
from storage.forms.screen import AnswerButton, Choices, Screen
from storage.forms.words import Prompt

THREE_IN_A_ROW = 11
TWO_IN_A_ROW = 18
ONE_IN_A_ROW = 36
"""How many characters of a button's label fit on a phone 360 pixels wide."""


def widest_row(longest_label: int) -> int:
    """Return how many buttons, three, two or one, fit in a row with a label of so many characters."""
    return 3 if longest_label <= THREE_IN_A_ROW else 2 if longest_label <= TWO_IN_A_ROW else 1


def arranged(questions: tuple[Question, ...], own: tuple[Screen, ...]) -> Iterator[Screen]:
    """Put each made screen where its question stands; the file's own screens keep their order."""
    settled = {key for screen in own for button in screen.flat for key in button.set}
    waiting = list(own)
    for question in questions:
        if question.key not in settled:
            yield _made(question)
        while any(question.key in screen.questions for screen in waiting):
            yield waiting.pop(0)
    yield from waiting


def _made(question: Question) -> Screen:
    buttons = [AnswerButton(label=option.label, set={question.key: option.key}) for option in question.options]
    kind = Choices if question.takes_several else Screen
    return kind(ask=Prompt.model_validate(dict(question.label)), buttons=tuple(_fitting_rows(buttons)))


def _fitting_rows(buttons: Sequence[AnswerButton]) -> Iterator[tuple[AnswerButton, ...]]:
    """Yield the buttons in rows, as many in each as have room beside its longest label."""
    row: tuple[AnswerButton, ...] = ()
    for button in buttons:
        longer = (*row, button)
        if row and len(longer) > widest_row(max(len(text) for one in longer for text in one.label.texts)):
            yield row
            row = (button,)
        else:
            row = longer
    yield row
