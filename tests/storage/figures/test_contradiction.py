"""Figures of one report that contradict each other are refused, and no others."""

from decimal import Decimal

import pytest

from storage.figures.contradiction import refuse_contradictions
from storage.figures.history import TOTAL, PrintedFigure
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL, VISITS

MORE_THAN_ALL = "2015: the shares of “{question}” are more than 100 % together, however they were rounded."


def _shares(
    *percents: str, question: str = "reason", base: int | None = None
) -> dict[tuple[str, str], PrintedFigure]:
    """Return shares of the first answers to a question."""
    options = CALL.by_key[question].option_keys
    return {
        (question, option): PrintedFigure(percent=Decimal(percent), base=base)
        for option, percent in zip(options, percents, strict=False)
    }


def _refusal(figures: dict[tuple[str, str], PrintedFigure]) -> str:
    try:
        refuse_contradictions(CALL, {"2015": figures})
    except FileRefused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("base", [None, 864])
@pytest.mark.parametrize(
    ("percents", "possible"),
    [
        (("34", "33", "33"), True),
        (("34", "34", "33"), True),
        (("33.5", "33.5", "33.5"), False),
        (("33.4", "33.3", "33.4"), True),
        (("33.4", "33.4", "33.4"), False),
        (("34", "34", "34"), False),
        (("34", "34", "33.0"), True),
        (("34", "34", "33.1"), False),
        (("51", "50"), True),
        (("100", "0", "1"), True),
        (("100", "0", "0.7"), False),
        (("100", "100"), False),
        (("50",), True),
    ],
)
def test_shares_may_be_more_than_all_by_as_much_as_they_were_rounded(
    percents: tuple[str, ...], base: int | None, *, possible: bool
) -> None:
    assert _refusal(_shares(*percents, base=base)) == ("" if possible else MORE_THAN_ALL.format(question="reason"))


def test_what_is_not_known_is_printed_apart_and_does_not_count_among_the_shares() -> None:
    assert _refusal(_shares("60", "30", "10", "20")) == ""


def test_shares_of_which_one_alone_has_a_base_may_be_of_different_ones() -> None:
    assert (
        _refusal(_shares("80", "10") | {("reason", "guidance"): PrintedFigure(percent=Decimal(60), base=9)}) == ""
    )


def test_shares_of_a_question_with_several_answers_may_be_more_than_all() -> None:
    figures = {("violence", key): PrintedFigure(percent=Decimal(80)) for key in ("physical", "threats")}

    refuse_contradictions(VISITS, {"2015": figures})


def test_the_options_of_a_question_have_one_base() -> None:
    figures = {
        ("agency", "nav"): PrintedFigure(percent=Decimal(7), base=864),
        ("agency", "police"): PrintedFigure(90, base=899),
        ("agency", "health"): PrintedFigure(percent=Decimal(6)),
        ("crisis", "yes"): PrintedFigure(20, base=700),
    }

    assert _refusal(figures) == "2015: “agency” has one base for all its options, not 864, 899."


def test_the_base_of_a_question_may_differ_from_period_to_period() -> None:
    refuse_contradictions(CALL, {"2014": _shares("50", base=864), "2015": _shares("50", base=899)})


@pytest.mark.parametrize(("total", "said"), [(24, True), (25, False), (None, False)])
def test_counts_beside_shares_are_no_more_than_the_total(total: int | None, *, said: bool) -> None:
    figures = {
        ("caller", "woman"): PrintedFigure(20),
        ("caller", "man"): PrintedFigure(5),
        ("caller", "agency"): PrintedFigure(percent=Decimal(60)),
    }
    if total is not None:
        figures[TOTAL] = PrintedFigure(total)

    assert _refusal(figures) == (
        "2015: the answers to “caller” are 25, more than the total of 24." if said else ""
    )


def test_each_answer_to_a_question_with_several_is_held_against_the_total_alone() -> None:
    figures = {("violence", key): PrintedFigure(20) for key in ("physical", "threats")}

    refuse_contradictions(VISITS, {"2015": figures | {TOTAL: PrintedFigure(20)}})

    with pytest.raises(FileRefused, match="are 20, more than the total of 19"):
        refuse_contradictions(VISITS, {"2015": figures | {TOTAL: PrintedFigure(19)}})
