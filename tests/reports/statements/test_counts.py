from dataclasses import replace
from decimal import Decimal

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.statements.counts import CountStatement, Growth, Proportion, ShareStatement


def _share(count: int, base: int = 100, earlier: EarlierFigure | None = None) -> ShareStatement:
    return ShareStatement(count, base, earlier, "none", most=False)


@pytest.mark.parametrize(
    ("count", "base", "n"),
    [
        (3, 19, None),
        (0, 100, None),
        (17, 100, 6),
        (34, 100, 3),
        (40, 100, None),
        (50, 100, 2),
        (90, 100, None),
        (100, 100, None),
    ],
)
def test_a_share_is_one_of_so_many_where_that_is_near_enough(count: int, base: int, n: int | None) -> None:
    assert _share(count, base).one_in == n


@pytest.mark.parametrize(
    ("count", "base", "word"),
    [
        (19, 19, None),
        (100, 1000, None),
        (240, 1000, "quarter"),
        (330, 1000, "third"),
        (400, 1000, None),
        (510, 1000, "half"),
        (530, 1000, "most"),
        (670, 1000, "two_thirds"),
        (760, 1000, "three_quarters"),
        (999, 1000, "most"),
        (1000, 1000, "all"),
    ],
)
def test_a_share_goes_by_a_word_where_one_fits(count: int, base: int, word: Proportion | None) -> None:
    assert replace(_share(count, base), most=count > 500).proportion == word


def test_more_than_a_half_is_called_most_only_where_a_half_is_excluded() -> None:
    assert _share(600, 1000).proportion is None


@pytest.mark.parametrize(
    ("count", "before", "percent"),
    [(104, 75, 39), (40, 75, -47), (75, 75, 0), (40, 20, 100), (40, 19, None), (40, 0, None), (40, None, None)],
)
def test_a_change_in_per_cent_needs_a_base_of_twenty(count: int, before: int | None, percent: int | None) -> None:
    assert CountStatement(count, before, "unclear").percent == percent


@pytest.mark.parametrize(("count", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_from_one_to_four_calls_are_few(count: int, few: bool) -> None:
    assert CountStatement(count, None, "none").few == few


@pytest.mark.parametrize(
    ("count", "base", "earlier", "before", "points"),
    [
        (24, 73, EarlierFigure(22, 71), 22 / 71, (24 / 73 - 22 / 71) * 100),
        (24, 73, EarlierFigure(None, 880, Decimal("14.0")), 0.14, (24 / 73 - 0.14) * 100),
        (24, 73, EarlierFigure(None, None, Decimal(14)), 0.14, (24 / 73 - 0.14) * 100),
        (24, 73, EarlierFigure(9, 19), None, None),
        (24, 73, EarlierFigure(None, 19, Decimal(14)), None, None),
        (24, 73, EarlierFigure(22, None), None, None),
        (24, 73, None, None, None),
        (4, 19, EarlierFigure(22, 71), 22 / 71, None),
    ],
)
def test_a_share_moves_by_percentage_points_where_both_bases_are_twenty_or_the_report_prints_it(
    count: int, base: int, earlier: EarlierFigure | None, before: float | None, points: float | None
) -> None:
    told = _share(count, base, earlier)

    assert told.share_before == (before if before is None else pytest.approx(before))
    assert told.points == (points if points is None else pytest.approx(points))


def test_where_registration_has_moved_no_percentage_points_are_given() -> None:
    told = replace(_share(24, 73, EarlierFigure(22, 71)), verdict="registration")

    assert told.share_before
    assert told.points is None


@pytest.mark.parametrize(
    ("count", "before", "word"),
    [
        (126, 63, "doubled"),
        (132, 63, "doubled"),
        (133, 63, "up"),
        (119, 63, "up"),
        (10, 0, "up"),
        (54, 108, "halved"),
        (57, 108, "down"),
        (67, 100, "down_a_third"),
        (70, 100, "down"),
        (0, 100, "down"),
    ],
)
def test_a_share_that_moved_is_told_by_the_word_that_fits(count: int, before: int, word: Growth) -> None:
    assert _share(count, 900, EarlierFigure(before, 900)).growth == word
