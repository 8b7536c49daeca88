"""Which files are ours, by their names."""

import pytest

from bot.cli.own_files import report_names


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("2026.png", True),
        ("2026-10-call-2.png", True),
        ("2026-2-wide.png", True),
        ("2026-10-budget.xlsx", False),
        ("2026-03-11.pdf", False),
        ("2026-Q3.html", True),
        ("2026-as-sent.pdf", True),
        ("2026-03-01--2026-04-15.xlsx", True),
        ("2026-03-01.xlsx", False),
        ("2026-13 budget.xlsx", False),
        ("report-2026.png", False),
        ("2026-10.PNG", False),
    ],
)
def test_reports_are_known_by_their_names(name: str, *, ours: bool) -> None:
    assert bool(report_names(["call"]).fullmatch(name)) == ours
