"""The screens of a form: messages with buttons, each button an answer or an end."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from storage.forms.question import AnswerKey, Key, Outcome
from storage.forms.texts import VisibleLine
from storage.forms.words import FormPart, Label, Prompt


class AnswerButton(FormPart):
    """What one tap answers; with an ``outcome`` it ends the form at once. ``written`` are other words for it."""

    label: Label
    set: dict[Key, AnswerKey] = Field(default={})
    outcome: Outcome | None = None
    written: tuple[VisibleLine, ...] = ()


class Screen(FormPart):
    """One message with buttons in rows; ``name`` is its short name where an answer is to be corrected."""

    name: Label | None = None
    ask: Prompt
    buttons: Annotated[tuple[Annotated[tuple[AnswerButton, ...], Field(min_length=1)], ...], Field(min_length=1)]

    @cached_property
    def flat(self) -> tuple[AnswerButton, ...]:
        """All buttons in reading order; a button's place here is what a tap carries."""
        return tuple(button for row in self.buttons for button in row)

    @cached_property
    def questions(self) -> frozenset[str]:
        """The questions it asks: those its buttons answer without ending the form."""
        return frozenset(key for button in self.flat if button.outcome is None for key in button.set)


class Choices(Screen):
    """A screen made from a `several` question: each tap adds or removes an option until *Done*."""
