"""The guides' texts as their files hold them: a TOML file for each guide and language."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from reports.job_part import JobPart
from reports.words.language import Code

TEXTS = Path(__file__).parent / "guides"
GuideName = Literal["guide-duty", "guide-leader", "guide-administrator"]
GUIDES: tuple[GuideName, ...] = get_args(GuideName)

Way = Literal["desk", "chat", "both"]
"""What an installation serves."""


class ByWay(JobPart):
    """A text that depends on what is served; where ``always`` is said, nothing else is."""

    always: str = ""
    desk: str = ""
    chat: str = ""
    both: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if bool(self.always) == bool(self.desk or self.chat or self.both):
            raise ValueError("a text is said always, or depends on what is served")
        if (self.desk or self.chat) and not self.both:
            raise ValueError("what one way in needs is needed where both are served")
        return self

    def on(self, way: Way) -> str:
        """Return what is said where this is served; empty where nothing is."""
        return self.always or {"desk": self.desk, "chat": self.chat, "both": self.both}[way]


class StepText(JobPart):
    """A step's texts; it is left out where it says nothing, or where one of the ``facts`` it needs is not so."""

    heading: ByWay
    text: ByWay
    facts: tuple[str, ...] = Field(default=(), alias="if")
    picture: str = ""


class GuideText(JobPart):
    """What a guide says; ``beside`` names the picture along its steps."""

    title: str
    lead: ByWay
    step: tuple[StepText, ...]
    closing: ByWay
    beside: str = ""


def guide_text(name: GuideName, code: Code, words: Mapping[str, str]) -> GuideText:
    """Read a guide's texts in a language, their places filled with words."""
    content = tomllib.loads((TEXTS / f"{name}-{code}.toml").read_text(encoding="utf-8"))
    return GuideText.model_validate(filled(content, words))


def filled(told: object, words: Mapping[str, str]) -> object:
    """Fill the named places in every text of what a TOML file holds."""
    if isinstance(told, str):
        return told.format_map(words)
    if isinstance(told, list):
        return [filled(part, words) for part in told]
    if isinstance(told, dict):
        return {key: filled(part, words) for key, part in told.items()}
    return told
