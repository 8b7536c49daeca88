"""Calls out and planned talks beside the calls in of one year."""

from functools import cache

from reports.words.language import Code
from reports.words.report_wording import ReportWording
from storage.figures.counts import AnswerCount
from storage.forms.reader import OWN_FORMS, read_form
from tests.reports.chapters import CALL, rows_of_2015, seed_rows
from tests.reports.summaries import months, reported, worded

OUTGOING, CONSULTATION = (read_form(OWN_FORMS / f"{key}.toml") for key in ("outgoing", "phone_consultation"))
MONTHS = [f"{year}-{month:02}" for year in (2015, 2016) for month in range(1, 13)]


def calls_out(*, to_users: int = 20, to_nav: int = 180) -> list[AnswerCount]:
    """Register so many calls out in every month of two years."""
    return [
        *months(*((name, to_users) for name in MONTHS), answers={"to": "user"}),
        *months(*((name, to_nav) for name in MONTHS), answers={"to": "nav"}),
    ]


def talks() -> list[AnswerCount]:
    """Register two planned talks in every month of two years."""
    return months(*((name, 2) for name in MONTHS), answers={"user": "woman"})


@cache
def telephone_report(code: Code = "nb", name: str = "2016") -> ReportWording:
    """Tell of the calls in, out, and of the planned talks."""
    out, planned = worded(name, calls_out(), code, OUTGOING), worded(name, talks(), code, CONSULTATION)
    return reported(worded(name, seed_rows() + rows_of_2015(), code, CALL), out, planned)
