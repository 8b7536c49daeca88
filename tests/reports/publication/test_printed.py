"""What an earlier report printed is published again for all answers to a question, or for none."""

from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline
from reports.publication.printed import shows_printed
from storage.figures.history import TOTAL, PrintedFigure
from tests.reports.forms import call_form

FORM = call_form()


def share(percent: str, base: int | None = None) -> PrintedFigure:
    return PrintedFigure(percent=Decimal(percent), base=base)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (PrintedFigure(300), PrintedFigure(400), True),
        (PrintedFigure(0), PrintedFigure(400), False),
        (PrintedFigure(3), PrintedFigure(697), False),
        (share("14", 900), share("86", 900), True),
        (share("14"), share("80"), True),
        (share("1"), share("99"), False),
        (share("0.4", 900), share("99.6", 900), False),
        (share("0", 900), share("50", 900), False),
        (share("100", 700), PrintedFigure(0), False),
    ],
)
def test_a_question_is_shown_where_no_count_behind_it_can_be_small(
    first: PrintedFigure, second: PrintedFigure, shown: bool
) -> None:
    printed = Baseline.typed_in(
        FORM, {TOTAL: PrintedFigure(700), ("crisis", "yes"): first, ("crisis", "no"): second}
    )

    assert shows_printed(FORM, printed, FORM.by_key["crisis"], 5) is shown


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        ({("caller", "woman"): PrintedFigure(697)}, False),
        ({("caller", "woman"): PrintedFigure(600)}, True),
        ({("caller", "woman"): PrintedFigure(600), ("caller", "man"): PrintedFigure(96)}, False),
        ({("caller", "woman"): PrintedFigure(600), ("caller", "man"): PrintedFigure(100)}, True),
        ({("caller", "woman"): share("99.6", 700)}, False),
        ({("caller", "woman"): share("90", 700)}, True),
        ({("caller", "woman"): PrintedFigure(400, base=402)}, False),
        ({("reason", "violence"): PrintedFigure(698)}, False),
    ],
)
def test_a_question_is_hidden_where_few_are_left_for_the_answers_that_are_not_printed(
    figures: dict[tuple[str, str], PrintedFigure], shown: bool
) -> None:
    printed = Baseline.typed_in(FORM, {TOTAL: PrintedFigure(700), **figures})
    [(key, _)] = {(key, "") for key, _ in figures}

    assert shows_printed(FORM, printed, FORM.by_key[key], 5) is shown


def test_a_question_is_hidden_with_the_one_that_decides_whether_it_is_asked() -> None:
    figures = {
        TOTAL: PrintedFigure(700),
        ("caller", "man"): PrintedFigure(2),
        ("agency", "nav"): PrintedFigure(90),
    }
    printed = Baseline.typed_in(FORM, figures)

    assert not shows_printed(FORM, printed, FORM.by_key["agency"], 5)
    assert shows_printed(FORM, printed, FORM.by_key["crisis"], 5)


def test_of_a_tiny_year_nothing_is_shown() -> None:
    printed = Baseline.typed_in(FORM, {TOTAL: PrintedFigure(3), ("crisis", "no"): PrintedFigure(0)})

    assert not shows_printed(FORM, printed, FORM.by_key["crisis"], 5)
