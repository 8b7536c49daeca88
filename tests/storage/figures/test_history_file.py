from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.figures.history_file import read_figures
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL

HEAD = "period;question;option;count;share;base\n"
NOTHING = "Nothing is taken from 2015.csv. Rows that cannot be read: "
NAV = {"2015": {("agency", "nav"): PrintedFigure(12)}}


def read(folder: Path, content: str | bytes) -> Typed:
    """Read a file of this content."""
    file = folder / "2015.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_figures(file, CALL)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HEAD}2015;agency;nav;12;;\n", id="semicolons"),
        pytest.param(f"{HEAD}2015;agency;nav;12;;\n".replace(";", ","), id="commas"),
        pytest.param(f"{HEAD}2015;agency;nav;12;;\n".replace(";", "\t").encode("utf-16"), id="as Excel's Unicode"),
        pytest.param(f"{HEAD}2015;agency;nav;12\n", id="a row that ends early"),
        pytest.param(f"{HEAD.upper()} 2015 ;agency;nav;12;;\n;;;;;\n", id="capitals, blanks, an empty row"),
        pytest.param(
            "note;base;share;count;option;question;period\nså;;;12;nav;agency;2015\n".encode("cp1252"),
            id="another order and a column besides",
        ),
    ],
)
def test_figures_are_read_as_they_come(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == NAV


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "2015.csv has no column base, count, option, period, question, share."),
        (HEAD.replace("share;", ""), "2015.csv has no column share."),
        (HEAD.replace("share", "base"), "2015.csv has a column twice."),
        (
            f"{HEAD}2015;agency;nav;12;;;\n",
            f"{NOTHING}1.\nline 2: there are more cells than columns",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_said(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(FileRefused) as raised:
        read(tmp_path, content)

    assert str(raised.value) == said


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        ("7 %", "7"),
        ("7%", "7"),
        ("7\u00a0%", "7"),
        ("14 %", "14"),
        ("14,0 %", "14.0"),
        ("14.00 %", "14.00"),
        ("0,5 %", "0.5"),
        ("0 %", "0"),
        ("100,0 %", "100.0"),
        ("0.14", "14"),
        ("0,140", "14.0"),
        ("0.07", "7"),
        ("0.005", "0.5"),
        ("0.1", "10"),
        ("0.142857142857143", "14.2857142857143"),
        ("0", "0"),
        ("1", "100"),
    ],
)
@pytest.mark.parametrize("base", [None, 864])
async def test_a_share_is_kept_with_the_decimals_it_is_written_with(
    tmp_path: Path, share: str, percent: str, base: int | None
) -> None:
    typed = read(tmp_path, f"{HEAD}2015;agency;nav;;{share};{base or ''}\n")

    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await History(database).keep("call", typed)
        kept = await History(database).of("call", ["2015"])

    assert _exact(kept) == {("2015", "agency", "nav"): (None, percent, base, False)}


@pytest.mark.parametrize(
    "share", ["14", "1.0", "2", "100,1 %", "101 %", "1000 %", "-7 %", "7 % %", "7 % of 90", "ca. 7 %", "٧ %"]
)
def test_what_is_no_share_is_refused(tmp_path: Path, share: str) -> None:
    with pytest.raises(FileRefused) as raised:
        read(tmp_path, f"{HEAD}2015;agency;nav;;{share};90\n")

    assert str(raised.value) == f"{NOTHING}1.\nline 2: a share is written 14 % or 0.14, not “{share}”"


@pytest.mark.parametrize("row", ["2015;;;;14 %", "2015;;;;14 %;90", "2015;;;880;;880", "2015;;;;;880"])
def test_the_total_is_a_count_alone(tmp_path: Path, row: str) -> None:
    with pytest.raises(FileRefused) as raised:
        read(tmp_path, f"{HEAD}{row}\n")

    assert str(raised.value) == f"{NOTHING}1.\nline 2: the total is a count, without a share or a base"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        ("2015;agency;nav;12;;12", PrintedFigure(12, base=12)),
        ("2015;agency;nav;0;;0", PrintedFigure(0, base=0)),
        ("2015;agency;nav;12", PrintedFigure(12)),
    ],
)
def test_a_count_may_have_a_base_that_it_fits_in(tmp_path: Path, row: str, figure: PrintedFigure) -> None:
    assert read(tmp_path, f"{HEAD}{row}\n") == {"2015": {("agency", "nav"): figure}}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2015;agency;nav;12;;11", "the base of 11 is less than the count of 12"),
        ("2015;agency;nav;;0 %;0", "there is no share of a base of 0"),
        ("2015;agency;nav;;;864", "a base stands beside a count or a share"),
        ("2015;agency;nav;12;8 %;150", "give the count or the share, not both"),
        ("2015;agency;nav;;8 %;about 150", "“about 150” is not a whole number"),
    ],
)
def test_figures_that_do_not_fit_together_are_refused(tmp_path: Path, row: str, reason: str) -> None:
    with pytest.raises(FileRefused) as raised:
        read(tmp_path, f"{HEAD}{row}\n")

    assert str(raised.value) == f"{NOTHING}1.\nline 2: {reason}"


def test_a_period_that_the_report_tells_nothing_of_is_named_all_the_same(tmp_path: Path) -> None:
    assert read(tmp_path, f"{HEAD}2015;;;;;\n2015;agency;nav;;;\n") == {"2015": {}}


@st.composite
def _typed(draw: st.DrawFn) -> Typed:
    """Figures of the telephone log that a report may print."""
    figures = {}
    for question in CALL.questions:
        base = draw(st.none() | st.integers(1, 9999))
        # All the shares of a question may be the greatest.
        share = _shares(100 // len(question.options))
        for option in draw(st.sets(st.sampled_from(question.option_keys))):
            counted = st.builds(
                PrintedFigure, count=st.integers(0, base or 9999), base=st.sampled_from([None, base])
            )
            printed = st.builds(PrintedFigure, percent=share, base=st.sampled_from([None, base]))
            figures[question.key, option] = draw(counted | printed)
    if draw(st.booleans()):
        figures[TOTAL] = PrintedFigure(
            sum(figure.count or 0 for figure in figures.values()) + draw(st.integers(0, 99))
        )
    return dict.fromkeys(draw(st.sets(st.sampled_from(["2014", "2015-T2", "2015-07"]), min_size=1)), figures)


def _shares(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, 4).flatmap(
        lambda decimals: st.integers(0, most * 10**decimals).map(lambda n: Decimal(n).scaleb(-decimals))
    )


def _written(percent: Decimal, *, in_per_cent: bool) -> str:
    text = f"{percent:f} %" if in_per_cent else f"{percent.scaleb(-2):f}"
    return text.replace(".", ",")


def _file(typed: Typed, *, in_per_cent: bool) -> str:
    rows = [
        (period, *place, figure.count, figure.percent, figure.base)
        for period, figures in typed.items()
        for place, figure in figures.items()
    ]
    return HEAD + "".join(
        f"{period};{question};{option};{'' if count is None else count};"
        f"{'' if percent is None else _written(percent, in_per_cent=in_per_cent)};{base or ''}\n"
        for period, question, option, count, percent, base in rows
    )


def _exact(typed: Typed) -> dict[tuple[str, str, str], tuple[int | None, str | None, int | None, bool]]:
    """Return the figures with their shares as texts, since 14.0 equals 14 as a number."""
    return {
        (period, *place): (
            figure.count, None if figure.percent is None else str(figure.percent), figure.base, figure.worked_back
        )
        for period, figures in typed.items()
        for place, figure in figures.items()
    }  # fmt: skip


@given(typed=_typed(), in_per_cent=st.booleans())
@settings(max_examples=60, deadline=None)
async def test_whatever_a_report_prints_is_kept_as_it_prints_it(typed: Typed, *, in_per_cent: bool) -> None:
    with TemporaryDirectory() as folder:
        read_again = read(Path(folder), _file(typed, in_per_cent=in_per_cent))
        async with Database.open(Path(folder) / "vaktlogg.db") as database:
            await History(database).keep("call", read_again)
            kept = await History(database).of("call", list(typed))

    assert _exact(kept) == _exact(typed)
