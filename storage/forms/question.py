"""The parts of a form: words, options, questions, and the screens that ask them.

The models are also the grammar of a form file; `storage.forms.reader` reports what they refuse.
"""

from collections.abc import Container, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from storage.forms.texts import Line, VisibleLine, VisibleLines

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Outcome = Literal["registered", "unspecified", "declined", "irrelevant"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]
"""Question key to option key, or to a tuple of them for `several`. Not asked: absent. Nothing chosen: ()."""


class FormPart(BaseModel):
    """A piece of a form: read once, never changed, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(FormPart):
    """One text in the languages it has; bokmål is always there and stands in for the others."""

    nb: Line
    nn: Line | None = None
    en: Line | None = None

    def in_language(self, language: str) -> str:
        """Return the text in ``language`` (`nb`, `nn`, `en`), or else in bokmål."""
        text = {"nn": self.nn, "en": self.en}.get(language)
        return self.nb if text is None else text

    @property
    def texts(self) -> tuple[str, ...]:
        """The text in each language that it has."""
        return tuple(text for text in (self.nb, self.nn, self.en) if text is not None)


class Label(Words):
    """A text that may not be empty."""

    nb: VisibleLine
    nn: VisibleLine | None = None
    en: VisibleLine | None = None


class Prompt(Words):
    """A text that asks, on one line or several."""

    nb: VisibleLines
    nn: VisibleLines | None = None
    en: VisibleLines | None = None


class Noun(FormPart):
    """What is counted, as written after one and after any other number; ``the`` names them all: `the calls`."""

    one: Words
    many: Words
    the: Label | None = None


class Dated(FormPart):
    """Something in use from the day ``since`` to the day ``until``, both included."""

    since: date | None = None
    until: date | None = None

    def in_use(self, day: date) -> bool:
        """Tell whether it is in use on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Option(Dated):
    """One possible answer; ``short`` is its word in the chat's one-line summary, ``spoken`` in a sentence.

    ``rest`` is what no other answer fits: of equal ones it is told last. ``definition`` says in a few words what
    is meant. ``was`` are the keys of earlier answers that are counted as this one: renamed to it, or merged into
    it.
    """

    key: Key
    label: Label
    short: Words | None = None
    spoken: Label | None = None
    definition: Label | None = None
    unknown: bool = False
    rest: bool = False
    was: tuple[Key, ...] = ()

    @property
    def chat_label(self) -> Words:
        """The word in the chat's one-line summary; empty where the answer is left out of it."""
        return self.short or self.label


class OptionGroup(FormPart):
    """Answers that reports also tell of together, under a ``label``; ``spoken`` is its word in a sentence."""

    label: Label
    spoken: Label
    options: Annotated[tuple[Key, ...], Field(min_length=2)]


class Question(Dated):
    """What is asked, and when; ``short`` gives its answer a line of its own in the chat's summary.

    One that is asked ``later`` is not part of filling in: a button under the receipt asks it. ``besides`` names
    the question whose answer it adds to: the same answer is not given twice.

    Reports speak of it by ``verb`` (`came from`, before the answers), ``most`` (a sentence about the leading
    answers, at the place ``{answers}``), ``yes`` (what is true of those who answered yes), ``they`` (all who were
    asked: `the callers`), ``remark`` (a sentence to read it by) and ``group`` (answers told of together as well).
    """

    key: Key
    label: Label
    short: Words | None = None
    kind: Literal["one", "several"]
    when: dict[Key, Annotated[tuple[Key, ...], Field(min_length=1)]] = {}
    base: Literal["all", "answered"] = "answered"
    later: bool = False
    besides: Key | None = None
    verb: Label | None = None
    most: Label | None = None
    yes: Label | None = None
    they: Label | None = None
    remark: Label | None = None
    group: OptionGroup | None = None
    options: Annotated[tuple[Option, ...], Field(min_length=1, max_length=64)]

    @property
    def heading(self) -> Words:
        """What stands over its answers where there is little room."""
        return self.short or self.label

    @cached_property
    def option_keys(self) -> tuple[str, ...]:
        """The options' keys in the order of the file."""
        return tuple(option.key for option in self.options)

    @property
    def is_yes_or_no(self) -> bool:
        """Whether yes and no, by these keys, are its known answers, and no others."""
        return {option.key for option in self.options if not option.unknown} == {"yes", "no"}

    @property
    def is_spoken_of(self) -> bool:
        """Whether the form says how its answers stand in a sentence."""
        return bool(self.yes if self.is_yes_or_no else self.verb or self.most)

    @cached_property
    def now_called(self) -> dict[str, str]:
        """The earlier keys that are counted as another option's, each with that option's key."""
        return {old: option.key for option in self.options for old in option.was}

    @cached_property
    def counted_options(self) -> tuple[Option, ...]:
        """The options that are counted under a key of their own, in the form's order."""
        return tuple(option for option in self.options if option.key not in self.now_called)

    @property
    def not_known(self) -> Option | None:
        """The option that stands for "not known", None where there is none."""
        return next((option for option in self.options if option.unknown), None)

    def option(self, key: str) -> Option:
        """Return the option with this key; it must exist."""
        return self.options[self.option_keys.index(key)]

    def applies(self, answers: Answers, but_for: Container[str] = ()) -> bool:
        """Tell whether its `when` holds, given the other answers; conditions on ``but_for`` do not count."""
        return all(_meets(answers.get(key), wanted) for key, wanted in self.when.items() if key not in but_for)


def _meets(answer: Answer | None, wanted: tuple[str, ...]) -> bool:
    given = (answer,) if isinstance(answer, str) else answer or ()
    return any(key in wanted for key in given)


class AnswerButton(FormPart):
    """What one tap answers; with an ``outcome`` it ends the form at once."""

    label: Label
    set: dict[Key, Key] = {}
    outcome: Outcome | None = None


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
