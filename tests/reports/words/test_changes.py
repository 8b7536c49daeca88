from decimal import Decimal

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.statements.comparisons import Verdict
from reports.statements.counts import CountStatement, ShareStatement
from reports.words.changes import count_change, percent_change, points, share_change
from reports.words.language import Code
from tests.reports.summaries import months, worded

THEN = {"nb": "i fjor", "nn": "i fjor", "en": "last year"}


def _count(count: int, before: int | None, verdict: Verdict, code: Code = "nb") -> str:
    words = worded("2026-10", months(("2026-10", 75)), code)
    return count_change(words, CountStatement(count, before, verdict), THEN[code]).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("count", "before", "verdict", "said"),
    [
        (104, 75, "more", "tydelig flere enn i fjor (75, opp 39 %)"),
        (40, 75, "fewer", "tydelig færre enn i fjor (75, ned 47 %)"),
        (75, 20, "more", "tydelig flere enn i fjor (20, opp 275 %)"),
        (75, 19, "more", "tydelig flere enn i fjor (19)"),
        (899, 880, "about", "omtrent som i fjor (880)"),
        (75, 71, "unclear", "ingen tydelig endring (71 i fjor)"),
        (1234, 1100, "registration", "mot 1 100 i fjor, men med en annen registreringsgrad"),
        (4, 75, "none", ""),
        (4, None, "none", ""),
        (75, None, "none", "ingen tall fra i fjor å sammenligne med"),
    ],
)
def test_a_count_is_said_to_be_more_fewer_about_the_same_or_that_nothing_is_clear(
    count: int, before: int | None, verdict: Verdict, said: str
) -> None:
    assert _count(count, before, verdict) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nn", ["tydeleg fleire enn i fjor (75, opp 39 %)", "om lag som i fjor (880)"]),
        ("en", ["clearly more than last year (75, up 39%)", "about the same as last year (880)"]),
    ],
)
def test_it_is_said_in_the_other_languages(code: Code, said: list[str]) -> None:
    assert [_count(104, 75, "more", code), _count(899, 880, "about", code)] == said


@pytest.mark.parametrize(
    ("count", "before", "said"), [(104, 75, "opp 39 %"), (40, 75, "ned 47 %"), (40, 19, ""), (40, None, "")]
)
def test_a_change_in_per_cent_is_up_or_down_of_a_base_of_twenty(count: int, before: int | None, said: str) -> None:
    words = worded("2026-10", [])

    assert percent_change(words, CountStatement(count, before, "more")).replace("\xa0", " ") == said


CHILD_WELFARE, PRINTED = EarlierFigure(63, 880), EarlierFigure(None, 880, Decimal("7.2"))


def _share(
    count: int, base: int, earlier: EarlierFigure | None, verdict: Verdict = "unclear", code: Code = "nb"
) -> tuple[str, str]:
    """Return how a share compares with the year before, and by how many points it has moved."""
    words, told = worded("2026-10", [], code), ShareStatement(count, base, earlier, verdict, most=False)
    said = share_change(words, told, THEN[code]), points(words, told)
    return said[0].replace("\xa0", " "), said[1].replace("\xa0", " ")


@pytest.mark.parametrize(
    ("count", "base", "earlier", "verdict", "said"),
    [
        (126, 899, CHILD_WELFARE, "more", "en tydelig større andel enn i fjor (7 %, opp 7 prosentpoeng)"),
        (20, 899, CHILD_WELFARE, "fewer", "en tydelig mindre andel enn i fjor (7 %, ned 5 prosentpoeng)"),
        (126, 899, PRINTED, "more", "en tydelig større andel enn i fjor (7,2 %, opp 7 prosentpoeng)"),
        (64, 899, CHILD_WELFARE, "about", "omtrent samme andel som i fjor (7 %)"),
        (75, 899, CHILD_WELFARE, "none", "mot 7 % i fjor"),
        (75, 899, EarlierFigure(63, None), "none", "mot 63 samtaler i fjor"),
        (7, 19, CHILD_WELFARE, "none", "mot 63 i fjor"),
        (7, 19, EarlierFigure(None, None, Decimal(7)), "none", "mot 7 % i fjor"),
        (75, 899, EarlierFigure(None, None), "none", ""),
        (75, 899, None, "none", ""),
    ],
)
def test_a_share_is_compared_with_the_share_a_year_before_or_else_with_the_count(
    count: int, base: int, earlier: EarlierFigure | None, verdict: Verdict, said: str
) -> None:
    assert _share(count, base, earlier, verdict)[0] == said


def test_no_clear_change_of_a_share_is_said_as_of_a_count() -> None:
    assert _share(75, 899, CHILD_WELFARE)[0].startswith("ingen tydelig endring")
    assert _share(75, 899, CHILD_WELFARE)[0].endswith("(7 % i fjor)")


@pytest.mark.parametrize(
    ("count", "earlier", "said"),
    [
        (314, EarlierFigure(336, 1000), "ned 2 prosentpoeng"),  # 31 %, mot 34 %
        (336, EarlierFigure(314, 1000), "opp 2 prosentpoeng"),
        (326, EarlierFigure(314, 1000), "opp 1 prosentpoeng"),
        (317, EarlierFigure(314, 1000), "opp under 1 prosentpoeng"),
        (311, EarlierFigure(314, 1000), "ned under 1 prosentpoeng"),
        (314, EarlierFigure(None, None, Decimal("29.5")), "opp 2 prosentpoeng"),
        (314, EarlierFigure(5, 19), ""),
        (314, EarlierFigure(200, None), ""),
        (314, None, ""),
    ],
)
def test_percentage_points_are_rounded_once_from_the_true_difference(
    count: int, earlier: EarlierFigure | None, said: str
) -> None:
    assert _share(count, 1000, earlier)[1] == said


def test_where_not_known_has_moved_a_share_has_no_percentage_points() -> None:
    assert _share(126, 899, CHILD_WELFARE, "registration") == ("mot 7 % i fjor", "")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nn", ("ein tydeleg større andel enn i fjor (7 %, opp 7 prosentpoeng)", "opp 7 prosentpoeng")),
        ("en", ("clearly a larger share than last year (7%, up 7 percentage points)", "up 7 percentage points")),
    ],
)
def test_shares_are_compared_in_the_other_languages(code: Code, said: tuple[str, str]) -> None:
    assert _share(126, 899, CHILD_WELFARE, "more", code) == said
