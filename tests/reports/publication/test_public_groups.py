"""What an earlier report prints of several answers together is published with the care of other figures."""

from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline, EarlierFigure, Figures
from reports.publication.public_baseline import PublicBaseline
from storage.figures.history import GROUP, TOTAL, PrintedFigure
from storage.forms.reader import OWN_FORMS, read_form

STAY = read_form(OWN_FORMS / "stay.toml")
CHILDREN = ("children", GROUP)


def _public(figures: Figures) -> Baseline:
    """Return what may be told of a year, where counts from 1 to 4 are hidden."""
    return PublicBaseline(STAY, Baseline.typed_in(STAY, figures), None, 5).baseline()


@pytest.mark.parametrize(
    "figures",
    [
        {CHILDREN: PrintedFigure(24, base=60)},
        {CHILDREN: PrintedFigure(percent=Decimal(40), base=60)},
        {CHILDREN: PrintedFigure(24), ("children", "0"): PrintedFigure(36)},
    ],
)
def test_a_group_that_is_large_enough_is_told(figures: Figures) -> None:
    told = _public(figures)

    assert told.together("children", ()) == Baseline.typed_in(STAY, figures).figure(*CHILDREN)
    assert not told.hidden


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({CHILDREN: PrintedFigure(4, base=60)}, id="few"),
        pytest.param({CHILDREN: PrintedFigure(percent=Decimal(4), base=60)}, id="perhaps few"),
        pytest.param({CHILDREN: PrintedFigure(percent=Decimal(40))}, id="of how many is not known"),
        pytest.param({CHILDREN: PrintedFigure(60, base=60)}, id="all"),
        pytest.param({CHILDREN: PrintedFigure(24), ("children", "0"): PrintedFigure(4)}, id="beside few"),
        pytest.param({CHILDREN: PrintedFigure(24), TOTAL: PrintedFigure(4)}, id="a tiny year"),
    ],
)
def test_a_group_that_tells_of_few_or_of_all_is_hidden_with_every_answer_to_its_question(figures: Figures) -> None:
    told = _public(figures)

    assert not told.answers
    assert CHILDREN in told.hidden


def test_a_small_group_hides_the_answers_beside_it() -> None:
    told = _public({CHILDREN: PrintedFigure(4), ("children", "0"): PrintedFigure(56)})

    assert told.figure("children", "0") is None


def test_beside_one_of_its_answers_a_group_is_not_told_since_the_others_are_what_is_left() -> None:
    told = _public({CHILDREN: PrintedFigure(24), ("children", "1"): PrintedFigure(22)})

    assert told.figure("children", "1") == EarlierFigure(22, None)
    assert told.together("children", ("1", "2", "3", "4+")) is None
