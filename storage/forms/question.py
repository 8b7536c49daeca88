"""The parts of a form: words, options, questions, and the screens that ask them.

The models are also the grammar of a form file; `storage.forms.reader` reports what they refuse.
"""

from collections.abc import Container, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from storage.forms.bands import LARGEST, band_keys, band_of, band_words
from storage.forms.texts import VisibleLine
from storage.forms.words import FormPart, Label, Noun, Words

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
AnswerKey = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*|[0-9]+(-[0-9]+|\+)?)$")]
"""The key of an option, or of a band of numbers."""
Stage = Literal["arrival", "during", "departure"]
STAGES: tuple[Stage, ...] = get_args(Stage)
Outcome = Literal["registered", "unspecified", "declined", "irrelevant"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]
"""Question key to option key, or to a tuple of them for `several`. Not asked: absent. Nothing chosen: ()."""


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
    it. A "not known" that is ``counted`` has a share like every other answer. ``written`` are other words for it,
    which the map that is proposed for a file of somebody else goes by.
    """

    key: Key
    label: Label
    short: Words | None = None
    spoken: Label | None = None
    definition: Label | None = None
    not_known: Annotated[bool, Field(alias="unknown")] = False
    counted: bool = False
    rest: bool = False
    was: tuple[Key, ...] = ()
    written: tuple[VisibleLine, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether it stands for "not known", outside of all shares."""
        return self.not_known and not self.counted

    @property
    def chat_label(self) -> Words:
        """The word in the chat's one-line summary; empty where the answer is left out of it."""
        return self.short or self.label


class OptionGroup(FormPart):
    """Answers that reports also tell of together, under a ``label``; ``spoken`` is its word in a sentence."""

    label: Label
    spoken: Label
    options: Annotated[tuple[AnswerKey, ...], Field(min_length=2)]


AnswerOrGroup = Option | OptionGroup
"""What has a row of its own in a table of answers."""


class Question(Dated):
    """What is asked, and when; ``short`` gives its answer a line of its own in the chat's summary.

    One that is asked ``later`` is not part of filling in: a button under the receipt asks it. ``besides`` names
    the question whose answer it adds to: the same answer is not given twice.

    A ``count`` (of what there is) and a ``number`` (of what there was before) are whole numbers, told in bands
    that begin at ``bands``, each an option, and spoken of by what is ``counted``. A ``day`` has no options. Where
    records stay open, ``stage`` says when it is asked; answers may be added during the stay to one that ``grows``.

    Reports speak of it by ``verb`` (`came from`, before the answers), ``most`` (a sentence about the leading
    answers, at the place ``{answers}``), ``yes`` (what is true of those who answered yes), ``they`` (all who were
    asked: `the callers`), ``remark`` (a sentence to read it by) and ``group`` (answers told of together as well).
    ``written`` are other headings for it in files.
    """

    key: Key
    label: Label
    short: Words | None = None
    kind: Literal["one", "several", "count", "number", "day"]
    stage: Stage | None = None
    grows: bool = False
    when: dict[Key, Annotated[tuple[AnswerKey, ...], Field(min_length=1)]] = Field(default={})
    base: Literal["all", "answered"] = "answered"
    later: bool = False
    besides: Key | None = None
    verb: Label | None = None
    most: Label | None = None
    yes: Label | None = None
    they: Label | None = None
    remark: Label | None = None
    written: tuple[VisibleLine, ...] = ()
    group: OptionGroup | None = None
    counted: Noun | None = None
    bands: tuple[Annotated[int, Field(strict=True, ge=0, le=LARGEST)], ...] = ()
    options: Annotated[tuple[Option, ...], Field(max_length=64, validate_default=True)] = ()

    @field_validator("options")
    @classmethod
    def _with_bands(cls, options: tuple[Option, ...], info: ValidationInfo) -> tuple[Option, ...]:
        """Put the bands before the options of the file."""
        noun = info.data.get("counted")
        made = [_band(key, noun) for key in band_keys(info.data.get("bands", ()))]
        if not made and not options and info.data.get("kind") in {"one", "several"}:
            raise PydanticCustomError("too_short", "this is empty")
        return (*made, *options)

    @property
    def takes_several(self) -> bool:
        """Whether more than one answer can be given."""
        return self.kind == "several"

    @property
    def is_number(self) -> bool:
        """Whether its answer is a whole number."""
        return self.kind in {"count", "number"}

    def counted_as(self, answer: str) -> str:
        """Return the key of the option that an answer counts as where a number is told in bands."""
        return band_of(self.bands, answer) if self.bands else answer

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
        """The option that stands for "not known" outside of the shares, None where there is none."""
        return next((option for option in self.options if option.unknown), None)

    def option(self, key: str) -> Option:
        """Return the option with this key; it must exist."""
        return self.options[self.option_keys.index(key)]

    def applies(self, answers: Answers, but_for: Container[str] = ()) -> bool:
        """Tell whether its `when` holds, given the other answers; conditions on ``but_for`` do not count."""
        return all(_meets(answers.get(key), wanted) for key, wanted in self.when.items() if key not in but_for)


NONE: Final = Label(nb="ingen", nn="ingen", en="no")
"""What nought is called before what is counted."""


def _band(key: str, noun: Noun | None) -> Option:
    """Return a band as an option, inside a sentence with its noun: `2 tidligere opphold`, `ingen barn`."""
    words = Label.model_validate(band_words(key))
    if noun is None:
        return Option.model_construct(key=key, label=words, spoken=words)
    named = noun.one if key == "1" else noun.many
    number = NONE if key == "0" else words
    spoken = {code: f"{number.in_language(code)}\u00a0{named.in_language(code)}" for code in ("nb", "nn", "en")}
    return Option.model_construct(key=key, label=words, spoken=Label.model_validate(spoken))


def _meets(answer: Answer | None, wanted: tuple[str, ...]) -> bool:
    given = (answer,) if isinstance(answer, str) else answer or ()
    return any(key in wanted for key in given)
