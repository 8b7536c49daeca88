"""Looking into a database file from outside, as people with SQL tools do, and drafts to put into one."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from storage.form import Form
from storage.hour import Hour
from storage.question import Answers, Outcome
from storage.records import Draft
from tests.storage.forms import CALL

NOW = Hour.parse("2016-07-14T23")
NAV = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes", "minority": "no"}
SEAT = 42


def draft(
    source: str = "nonce",
    answers: Answers = NAV,
    *,
    at: str = "2016-07-14T22",
    outcome: Outcome = "registered",
    form: Form = CALL,
) -> Draft:
    """Return a finished call."""
    return Draft(form, at, outcome, answers, source)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask the file itself."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))
