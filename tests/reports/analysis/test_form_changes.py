from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reports.analysis.form_changes import comparable, form_changes, in_use, in_use_all_the_time
from reports.analysis.period import Days, Period
from reports.chapter.prose import prose
from reports.words.caption import caption
from reports.words.language import Code
from reports.words.table import table_text
from storage.forms.form import Form
from storage.forms.reader import read_form
from tests.reports.summaries import LIMITS, months, worded

LETTERS = """
key = "letter"
title = { nb = "Brev" }
view = "letters"
highlight = { urgent = "yes" }

[[question]]
key = "sender"
label = { nb = "Avsender" }
kind = "one"
options = [ { key = "court", label = { nb = "Retten" } }, { key = "school", label = { nb = "Skolen" } OPTION } ]

[[question]]
key = "urgent"
label = { nb = "Haster" }
kind = "one"
QUESTION
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]
"""
Letters = Callable[[str, str], Form]


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    """Return how to read a form whose second question, and second answer to the first, are dated."""

    def read(option: str = "", question: str = "") -> Form:
        file = tmp_path / "letter.toml"
        text = LETTERS.replace("OPTION", option and f", {option}").replace("QUESTION", question)
        file.write_text(text, encoding="utf-8")
        return read_form(file)

    return read


@pytest.mark.parametrize(
    ("option", "question", "name", "told"),
    [
        ("", "since = 2026-03-01", "2026", ["Spørsmålet «Haster» kom inn 1. mars 2026."]),
        ("", "since = 2026-03-01", "2026-03", ["Spørsmålet «Haster» kom inn 1. mars 2026."]),
        ("", "since = 2026-03-01", "2026-04", []),
        ("", "until = 2026-03-31", "2026-03", []),
        ("", "until = 2026-03-31", "2026-04", ["Spørsmålet «Haster» ble stilt siste gang 31. mars 2026."]),
        ("since = 2026-03-15", "", "2026-T1", ["Svaret «Skolen» under «Avsender» kom inn 15. mars 2026."]),
        (
            "until = 2026-03-15",
            "",
            "2026-03",
            ["Svaret «Skolen» under «Avsender» ble brukt siste gang 15. mars 2026."],
        ),
    ],
)
def test_what_has_changed_in_the_form_is_said(
    letters: Letters, option: str, question: str, name: str, told: list[str]
) -> None:
    words = worded(
        name, months(("2025-01", 1), ("2026-03", 30), answers={"sender": "court"}), form=letters(option, question)
    )

    for text in (caption(words, LIMITS).text, table_text(words, LIMITS), prose(words, LIMITS)):
        said = [line for line in text.splitlines() if line.startswith(("Spørsmålet", "Svaret"))]
        assert (said == told) if text != prose(words, LIMITS) else all(line in text for line in told)


@pytest.mark.parametrize(
    ("since", "same"),
    [
        (date(2025, 10, 1), True),
        (date(2025, 10, 2), False),
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
    ],
)
def test_a_question_is_comparable_where_it_was_the_same_all_the_time(
    letters: Letters, since: date, same: bool
) -> None:
    form = letters("", f"since = {since}")
    october = Period.named("2026-10")

    assert comparable(form.by_key["urgent"], october.a_year_before.days, october.days) == same
    assert comparable(form.by_key["sender"], october.a_year_before.days, october.days)


@pytest.mark.parametrize(
    ("dated", "used", "all_the_time"),
    [
        ("since = 2026-10-01", True, True),
        ("since = 2026-10-02", True, False),
        ("since = 2026-10-31", True, False),
        ("since = 2026-11-01", False, False),
        ("until = 2026-10-31", True, True),
        ("until = 2026-10-30", True, False),
        ("until = 2026-10-01", True, False),
        ("until = 2026-09-30", False, False),
        ("", True, True),
    ],
)
def test_a_question_is_in_use_on_some_or_all_of_the_days(
    letters: Letters, dated: str, used: bool, all_the_time: bool
) -> None:
    urgent, october = letters("", dated).by_key["urgent"], Period.named("2026-10").days

    assert (in_use(urgent, october), in_use_all_the_time(urgent, october)) == (used, all_the_time)


def test_across_a_break_a_question_is_not_compared_and_the_others_are(letters: Letters) -> None:
    rows = months(("2025-10", 30), ("2026-10", 40), answers={"sender": "court", "urgent": "yes"})

    words = worded("2026-10", [*rows, *months(("2025-01", 1))], form=letters("", "since = 2026-03-01"))

    assert "Haster: 40, 100\u00a0%" in caption(words, LIMITS).text.splitlines()
    assert (
        "Avsender: Retten 40 · 100\u00a0% (100\u00a0%); Skolen 0 · 0\u00a0% (0\u00a0%)"
        in caption(words, LIMITS).text.splitlines()
    )
    assert "Oktober 2026: 40, året før 30" in table_text(words, LIMITS).splitlines()
    assert "Oktober 2026: 40" in table_text(words, LIMITS).splitlines()


def test_a_new_answer_breaks_the_whole_question(letters: Letters) -> None:
    rows = months(("2025-10", 30), ("2026-10", 40), answers={"sender": "court", "urgent": "yes"})

    words = worded("2026-10", [*rows, *months(("2025-01", 1))], form=letters("since = 2026-03-01", ""))

    assert "Avsender: Retten 40 · 100\u00a0%; Skolen 0 · 0\u00a0%" in caption(words, LIMITS).text.splitlines()


def test_what_was_not_asked_in_the_period_is_not_told_as_nought(letters: Letters) -> None:
    words = worded(
        "2026-10", months(("2026-10", 40), answers={"sender": "court"}), form=letters("", "until = 2026-03-31")
    )

    assert "Haster" not in caption(words, LIMITS).text + table_text(words, LIMITS) + prose(words, LIMITS)


def test_changes_come_in_the_order_of_time(letters: Letters) -> None:
    form = letters("since = 2026-05-01", "since = 2026-03-01\nuntil = 2026-06-30")

    changes = form_changes(form, Days(date(2026, 1, 1), date(2027, 1, 1)))

    assert [(change.day, change.added) for change in changes] == [
        (date(2026, 3, 1), True), (date(2026, 5, 1), True), (date(2026, 6, 30), False)
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_a_change_is_said_in_every_language(letters: Letters, code: Code) -> None:
    words = worded("2026-03", months(("2026-03", 1)), code, form=letters("", "since = 2026-03-01"))

    assert {"nb": "kom inn 1. mars 2026.", "nn": "kom inn 1. mars 2026.", "en": "came in on 1 March 2026."}[
        code
    ] in caption(words, LIMITS).text


def test_of_a_question_that_came_in_meanwhile_no_shares_are_given_and_no_zeros_before_it(letters: Letters) -> None:
    rows = [
        *months(("2026-01", 30), ("2026-02", 30), answers={"sender": "court"}),
        *months(("2026-03", 30), ("2026-04", 30), answers={"sender": "court", "urgent": "yes"}),
    ]
    form = letters("", 'since = 2026-03-01\nbase = "all"')

    told = caption(worded("2026-T1", rows, form=form), LIMITS).text

    assert "Haster: 60" in told
    assert "1 av" not in told
    assert "jan 30 · feb 30 · mar 30/30 · apr 30/30" in told
