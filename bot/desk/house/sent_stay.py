"""A stay as a browser sends it: its days, its label, and what was answered."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from bot.desk.sent_numbers import number_in
from handlers.stays.given import Given
from handlers.stays.keeping import WrittenStay
from storage.forms.question import Answers

FIELD = re.compile(r"q\.([a-z][a-z0-9_]*)(?:\.([a-z0-9_+-]+))?", re.ASCII)
"""A field of a question; of one answer where several can be given, or that stands in the place of a number."""


def given_in(fields: Mapping[str, str]) -> Given:
    """Return what was given to each question."""
    given: dict[str, list[str]] = {}
    for name, value in fields.items():
        if match := FIELD.fullmatch(name):
            given.setdefault(match[1], []).append(match[2] or value.strip())
    return given


def given_of(answers: Answers) -> Given:
    """Return the answers of a stay as they would be given."""
    return {key: [answer] if isinstance(answer, str) else list(answer) for key, answer in answers.items()}


def written_in(fields: Mapping[str, str], *, left: date | None = None) -> WrittenStay:
    """Return what was written of a stay; ``left`` stands in the place of the day of departure."""
    day = left or day_in(fields.get("left", ""))
    return WrittenStay(
        arrived=day_in(fields.get("arrived", "")),
        left=day,
        label=fields.get("label", ""),
        given=given_in(fields),
        beside=fields.get("beside", ""),
        declined=fields.get("end") == "declined",
    )


def day_in(written: str) -> date | None:
    """Return a day that was written as browsers do; None for anything else."""
    with suppress(ValueError):
        return date.fromisoformat(written)
    return None


def revision_in(fields: Mapping[str, str]) -> int:
    """Return the revision that a page showed; one that no stay has for anything else."""
    revision = number_in(fields.get("revision", ""))
    return -1 if revision is None else revision
