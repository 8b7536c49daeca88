import csv
import io
import os
import re
import threading
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.table_files.rows import FileRefused, Headings, Row, RowFault
from storage.table_files.table_file import open_rows

BREAK = re.compile(r"\r\n|\r|\n")
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
NORWEGIAN = st.text('aeosæøåÆØÅ \n";,', max_size=6)


def read(path: Path, content: str | bytes) -> tuple[tuple[str, ...], list[Row]]:
    """Return the headings and the rows of a file of this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with open_rows(path) as (headings, rows):
        return headings.texts, list(rows)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a file to read."""
    return tmp_path / "file.csv"


def _written(cells: list[str], delimiter: str, newline: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL).writerow(cells)
    return text.getvalue()


@given(
    table=st.one_of(
        st.tuples(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.lists(st.tuples(ANY, ANY))),
        st.tuples(st.just("cp1252"), st.lists(st.tuples(NORWEGIAN, NORWEGIAN))),
    ),
    delimiter=st.sampled_from(",;\t"),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_is_written_is_read_with_the_line_on_which_an_editor_shows_it(
    table: tuple[str, list[tuple[str, str]]], delimiter: str, newline: str
) -> None:
    encoding, cells = table
    text, expected = f"one{delimiter}other{newline}", list[Row]()
    for one, other in cells:
        row = Row(1 + len(BREAK.findall(text)), (one.strip(), other.strip()))
        expected.extend([row] if any(row.cells) else [])
        text += _written([one, other], delimiter, newline)

    with TemporaryDirectory() as folder:
        headings, rows = read(Path(folder) / "file.csv", text.encode(encoding))

    assert headings == ("one", "other")
    assert rows == expected


@pytest.mark.parametrize("start", ["", "\n", "\r\n \r\n", ";;\n"])
@pytest.mark.parametrize("named", ["", "sep=;\n", "SEP=;\r\n"])
def test_lines_before_the_headings_that_say_nothing_are_left_out(file: Path, start: str, named: str) -> None:
    headings, [row] = read(file, f"{start if not named else ''}{named}\na;b\n1;2\n")

    assert (headings, row.cells) == (("a", "b"), ("1", "2"))


@pytest.mark.parametrize(
    ("content", "headings"),
    [
        ("a;b,c", ("a", "b,c")),
        ("a\tb,c", ("a", "b,c")),
        ('"a;b",c', ("a;b", "c")),
        ('"a\n;b",c', ("a\n;b", "c")),
        ('"a ""x;"" b",c', ('a "x;" b', "c")),
        ("sep=,\na;b,c", ("a;b", "c")),
        ("sep=\t\na;b\tc", ("a;b", "c")),
        ("\ta\tb", ("", "a", "b")),
        ("a", ("a",)),
        ("", ()),
    ],
)
def test_the_delimiter_is_told_by_what_is_not_in_quotes(
    file: Path, content: str, headings: tuple[str, ...]
) -> None:
    assert read(file, content)[0] == headings


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a\n\x81", id="bytes without a meaning"),
        pytest.param(b"\xef\xbb\xbfa\n\xe6", id="UTF-8 by its mark and Windows by its letters"),
        pytest.param("a\n1".encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param("a\n1\0".encode("utf-16"), id="a NUL in UTF-16"),
        pytest.param(b"\xff\xfea\0\n", id="half a character"),
        pytest.param("a\n1".encode("utf-32"), id="UTF-32"),
        pytest.param(b"a\n1\0", id="a NUL"),
    ],
)
def test_a_file_that_is_no_text_is_refused(file: Path, content: bytes) -> None:
    with pytest.raises(FileRefused, match=r"^file.csv is not a CSV file\. Save it as CSV UTF-8\.$"):
        read(file, content)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        pytest.param('1;"2\n3;4\n5;6\n', 2, id="a quote that is never closed"),
        pytest.param('"1\n\n";2\n3;"4"5\n', 5, id="a quote in the midst"),
        pytest.param("\n1;" + "2" * 131_073, 3, id="too long a cell"),
        pytest.param('1;"' + "2\n" * 100_000, 2, id="a quote without end"),
    ],
)
def test_what_is_no_csv_is_named_by_the_line_where_its_row_begins(file: Path, row: str, line: int) -> None:
    with pytest.raises(FileRefused, match=f"^file.csv, line {line}: this is not CSV.$"):
        read(file, f"a;b\n{row}")


@pytest.mark.parametrize(
    ("texts", "needed", "places"),
    [
        (("day", "who"), ["who", "day"], {"day": 0, "who": 1}),
        (("Day", "call  TIME"), ["day", "Call time"], {"day": 0, "Call time": 1}),
        (("Who", "who", "WHO"), ["who"], {"who": 1}),
        (("Who", "who"), ["who", "Who"], {"Who": 0, "who": 1}),
        (("", "day", ""), ["day"], {"day": 1}),
    ],
)
def test_a_column_is_found_as_it_is_written_or_else_whatever_its_case_and_blanks(
    texts: tuple[str, ...], needed: list[str], places: dict[str, int]
) -> None:
    assert Headings("file.csv", texts).places(needed) == places


@pytest.mark.parametrize(
    ("texts", "needed", "said"),
    [
        (("day", "day"), ["day"], "file.csv has a column twice."),
        (("Day", "DAY"), ["day"], "file.csv has a column twice."),
        (("WHO",), ["who", "Who"], "file.csv has no column Who, who."),
        ((), ["day"], "file.csv has no column day."),
    ],
)
def test_a_column_that_is_missing_or_in_doubt_is_refused(
    texts: tuple[str, ...], needed: list[str], said: str
) -> None:
    with pytest.raises(FileRefused) as raised:
        Headings("file.csv", texts).places(needed)

    assert str(raised.value) == said


def test_a_column_that_may_be_missing_is_left_out() -> None:
    assert Headings("file.csv", ("day",)).places(["day"], ["who"]) == {"day": 0}


@pytest.mark.parametrize(("cells", "said"), [(("1",), "fewer"), (("1", "2", ""), "more")])
def test_a_row_has_a_cell_for_each_column(cells: tuple[str, ...], said: str) -> None:
    with pytest.raises(RowFault, match=f"there are {said} cells than columns"):
        Headings("file.csv", ("a", "b")).check(Row(2, cells))


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileRefused, match=f"^{path} cannot be read: "), open_rows(path):
            pass


def test_a_pipe_is_read_as_a_file_is(file: Path) -> None:
    os.mkfifo(file)
    writer = threading.Thread(target=file.write_bytes, args=("a;b\nå;2\n".encode("cp1252"),))
    writer.start()

    with open_rows(file) as (headings, rows):
        assert (headings.texts, list(rows)) == (("a", "b"), [Row(2, ("å", "2"))])

    writer.join()


def test_a_long_file_is_never_held_whole(file: Path) -> None:
    file.write_text("a,b\n" + f"{'x' * 99},1\n" * 50_000, encoding="utf-8")
    tracemalloc.start()

    with open_rows(file) as (_, rows):
        count = sum(1 for _ in rows)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 50_000
    assert peak < 1_000_000
