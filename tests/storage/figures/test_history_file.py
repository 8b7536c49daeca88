from pathlib import Path

import pytest

from storage.delimited_file import FileRefused
from storage.figures.history import PrintedFigure, Typed
from storage.figures.history_file import read_figures
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
