"""The picture of a cross table shows the table's own numbers."""

import pytest

from reports.pictures.cross_chart import CrossCell
from reports.pictures.cross_table import cross_chart
from reports.pictures.draw_png import png
from reports.words.language import Code
from tests.reports.chapters import seed_rows
from tests.reports.crossed import call, cross_words, crossed, with_many_options


def test_every_cell_has_its_count_its_share_of_the_row_and_a_shade_by_it() -> None:
    chart = cross_chart(cross_words(crossed("agency,crisis", seed_rows())))

    police = next(row for row in chart.rows if row.label == "Politi")
    assert police.cells == (
        CrossCell(count="18", share="20\u00a0%", shade=2),
        CrossCell(count="72", share="80\u00a0%", shade=4),
        CrossCell(count="90", share="", shade=0),
    )


def test_the_last_row_and_column_are_the_sums_and_the_row_has_shares_too() -> None:
    chart = cross_chart(cross_words(crossed("agency,crisis", seed_rows())))

    assert (chart.rows[-1].label, chart.rows[-1].standing) == ("I alt", "sum")
    assert (chart.columns[-1].label, chart.columns[-1].standing) == ("I alt", "sum")
    assert [(cell.count, cell.share, cell.shade) for cell in chart.rows[-1].cells] == [
        ("92", "16\u00a0%", 0),
        ("466", "84\u00a0%", 0),
        ("558", "", 0),
    ]


def test_not_known_is_a_row_and_a_column_before_the_sums_without_shares() -> None:
    chart = cross_chart(cross_words(crossed("caller,minority", seed_rows())))

    assert [row.standing for row in chart.rows] == ["known"] * 3 + ["unknown", "sum"]
    assert [column.standing for column in chart.columns] == ["known", "known", "unknown", "sum"]
    assert {cell.share for cell in chart.rows[3].cells} == {""}
    assert {(row.cells[2].share, row.cells[2].shade) for row in chart.rows} == {("", 0)}


@pytest.mark.parametrize(
    ("few", "many", "shares"),
    [
        (1, 999, ("<1\u00a0%", ">99\u00a0%")),
        (10, 990, ("1\u00a0%", "99\u00a0%")),
        (0, 30, ("0\u00a0%", "100\u00a0%")),
    ],
)
def test_a_share_that_is_not_quite_none_or_all_is_written_narrow(
    few: int, many: int, shares: tuple[str, str]
) -> None:
    rows = [call(n, reason="violence", crisis=key) for n, key in ((few, "yes"), (many, "no")) if n]

    chart = cross_chart(cross_words(crossed("reason,crisis", rows)))

    assert tuple(cell.share for cell in chart.rows[0].cells[:2]) == shares


def test_on_a_small_base_there_are_counts_alone() -> None:
    chart = cross_chart(cross_words(crossed("reason,crisis", [call(19, reason="violence", crisis="yes")])))

    assert {(cell.share, cell.shade) for row in chart.rows for cell in row.cells} == {("", 0)}


def test_of_many_options_ten_rows_and_six_columns_are_drawn_and_the_rest_together() -> None:
    rows = [call(n + 1, agency=f"a{n}", reason=f"r{(n * 7) % 20}") for n in range(20)]

    chart = cross_chart(cross_words(crossed("agency,reason", rows, with_many_options(20))))

    assert [len(chart.rows), len(chart.columns)] == [10 + 3, 6 + 3]
    assert [row.label for row in chart.rows[-3:]] == ["10 andre svar", "Ikke kjent", "I alt"]
    assert [column.label for column in chart.columns[-3:]] == ["14 andre svar", "Ikke kjent", "I alt"]


def test_the_title_names_the_questions_and_the_period_and_the_centre_stands_at_the_foot() -> None:
    chart = cross_chart(cross_words(crossed("agency,reason", seed_rows())), "Krisesenteret")

    assert chart.title == "Instans × årsak, 2016"
    assert chart.footer == "Krisesenteret · ikke til publisering\nTallene er ikke kontrollert. Små tall svinger."


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_same_table_gives_the_same_bytes(code: Code) -> None:
    pictures = [png(cross_chart(cross_words(crossed("agency,reason", seed_rows()), code))) for _ in range(2)]

    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"\x89PNG")
