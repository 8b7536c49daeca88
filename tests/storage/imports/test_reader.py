import json
from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.imports.file_row import FileRow
from storage.imports.reader import read_rows
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL, VISITS
from tests.storage.rows import NOW

HEAD = "occurred_at,caller,behalf,agency,reason,crisis,minority"
ROW = "2016-07-14T22,agency,,nav,violence,yes,no"
NO_DAY = "“no day” is neither an hour nor a day, such as 2016-07-14T23 or 2016-07-14"
ANSWERS = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes", "minority": "no"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a file to import."""
    return tmp_path / "calls.csv"


def _read(file: Path, content: str | bytes, form: Form = CALL) -> list[FileRow]:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_rows(file, form, now=NOW, progress=lambda _done, _total: None))


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _fault(file: Path, content: str | bytes, form: Form = CALL) -> list[str]:
    with pytest.raises(FileRefused) as raised:
        _read(file, content, form)
    return str(raised.value).splitlines()


PLAIN = _lines(HEAD, ROW)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN, id="commas"),
        pytest.param(PLAIN.replace(",", ";"), id="semicolons"),
        pytest.param("\ufeff" + PLAIN, id="a byte order mark"),
        pytest.param("\ufeff" + PLAIN.replace(",", ";").replace("\n", "\r\n"), id="as Excel writes it"),
        pytest.param(PLAIN.encode("utf-16"), id="UTF-16"),
        pytest.param(PLAIN.replace(",", "\t"), id="tabs"),
        pytest.param("sep=;\n" + PLAIN.replace(",", ";"), id="a first line for Excel"),
        pytest.param(PLAIN.replace("caller", " Caller "), id="a heading in other letters"),
        pytest.param(PLAIN.rstrip("\n"), id="no end of the last line"),
        pytest.param(PLAIN + "\n\n", id="empty lines at the end"),
        pytest.param(f"\n{PLAIN},,,,,,\n", id="rows of empty cells"),
        pytest.param(PLAIN.replace(ROW, '"2016-07-14T22","agency","","nav","violence","yes","no"'), id="quoted"),
        pytest.param(PLAIN.replace(",nav,", ", nav ,"), id="blanks around"),
        pytest.param(PLAIN.replace("agency,,nav", 'agency,"\n","\nnav\n"'), id="cells over several lines"),
        pytest.param(
            _lines("caller,minority,agency,crisis,reason,occurred_at", "agency,no,nav,yes,violence,2016-07-14T22"),
            id="another order",
        ),
        pytest.param(_lines(HEAD + ",outcome,aside", ROW + ",registered,"), id="all columns"),
    ],
)
def test_a_file_is_read_as_it_comes(file: Path, content: str | bytes) -> None:
    [row] = _read(file, content)

    assert (row.time, row.said.outcome, json.loads(row.said.answers)) == ("2016-07-14T22", "registered", ANSWERS)


def test_an_empty_cell_and_a_missing_column_are_questions_not_asked(file: Path) -> None:
    assert [row.said.answers for row in _read(file, _lines("occurred_at,caller", "2016-07-14,"))] == ["{}"]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("physical", ["physical"]),
        ("threats|physical", ["physical", "threats"]),
        (" threats | physical ", ["physical", "threats"]),
        ("physical|physical", ["physical"]),
        ("|", []),
    ],
)
def test_a_several_is_joined_by_bars_and_a_bar_alone_is_nothing_chosen(
    file: Path, cell: str, answer: list[str]
) -> None:
    [row] = _read(file, _lines("occurred_at,violence", f"2016-07-14,{cell}"), VISITS)

    assert json.loads(row.said.answers) == {"violence": answer}


@pytest.mark.parametrize("outcome", ["registered", "unspecified", "declined", "irrelevant"])
def test_a_row_may_have_any_outcome(file: Path, outcome: str) -> None:
    [row] = _read(file, _lines("occurred_at,outcome", f"2016-07-14T22,{outcome}"))

    assert row.said.outcome == outcome


@pytest.mark.parametrize(
    ("head", "row", "reason"),
    [
        ("occurred_at", "2016-07-15", "“2016-07-15” lies in the future, or too far back"),
        ("occurred_at", "2016-07-15T00", "“2016-07-15T00” lies in the future, or too far back"),
        ("occurred_at", "1969-12-31", "“1969-12-31” lies in the future, or too far back"),
        ("occurred_at,aside", "2016-07-14,silent", "“aside” is not asked of a registered call"),
        ("occurred_at,caller", ",man", "“” is neither an hour nor a day"),
        ("occurred_at", "14.07.2016", "“##.##.####” is neither an hour nor a day"),
        ("occurred_at", "20160714", "“########” is neither an hour nor a day"),
        ("occurred_at", "2016-W28-4", "“####-W##-#” is neither an hour nor a day"),
        ("occurred_at", "2016-07", "“2016-07” is neither an hour nor a day"),
        ("occurred_at", "2016-02-30", "“####-##-##” is neither an hour nor a day"),
        (
            "occurred_at",
            "2016-07-14T22:15",
            "“####-##-##T##:##” is neither an hour nor a day, such as 2016-07-14T23 or",
        ),
        ("occurred_at,caller", "2016-07-14,child", "“child” is not an option of “caller”"),
        ("occurred_at,caller", "2016-07-14,Kvinne", "“Kvinne” is not an option of “caller”"),
        ("occurred_at,caller", "2016-07-14,man|woman", "“man|woman” is not an option of “caller”"),
        ("occurred_at,outcome", "2016-07-14,lost", "“lost” is not an outcome"),
        (
            "occurred_at,outcome,caller",
            "2016-07-14,declined,man",
            "whoever does not want to be registered has no answers",
        ),
        ("occurred_at,agency", "2016-07-14,nav", "“agency” is not asked with these answers, or not on that day"),
        ("occurred_at,caller,agency", "2016-07-14,man,nav", "“agency” is not asked with these answers, or not"),
        ("occurred_at,reason,also", "2016-07-14,violence,violence", "“also” is not asked with these answers"),
        ("occurred_at,reason,also", "2016-07-14,violence,violence|guidance", "“also” is not asked with these"),
        ("occurred_at,caller", "2016-07-14,man,nav", "there are more cells than columns"),
        ("occurred_at,caller", "2016-07-14", "there are fewer cells than columns"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_the_reason(file: Path, head: str, row: str, reason: str) -> None:
    said = _fault(file, _lines(head, row))

    assert said[0] == "Nothing is imported from calls.csv. Rows that cannot be read: 1."
    assert said[1].startswith(f"line 2: {reason}")
    assert len(said) == 2


@pytest.mark.parametrize(
    ("head", "row", "reason"),
    [
        ("occurred_at,who", "2016-01-01,youth", "“youth” is not in use on 2016-01-01"),
        ("occurred_at,violence", "2016-06-30,mental|digital", "“digital” is not in use on 2016-06-30"),
        ("occurred_at,violence", "2016-07-01,mental|bullying", "“bullying” is not an option of “violence”"),
        ("occurred_at,phone", "2016-06-30,yes", "“phone” is not asked with these answers, or not on that day"),
        ("occurred_at,letter", "2016-01-01,yes", "“letter” is not asked with these answers, or not on that day"),
    ],
)
def test_what_was_out_of_use_on_that_day_is_refused(file: Path, head: str, row: str, reason: str) -> None:
    assert _fault(file, _lines(head, row), VISITS)[1:] == [f"line 2: {reason}"]


@pytest.mark.parametrize("row", ["2015-12-31T23,youth,mental|material,,yes", "2016-07-01,man,digital,no,"])
def test_what_was_in_use_on_that_day_is_read(file: Path, row: str) -> None:
    assert len(_read(file, _lines("occurred_at,who,violence,phone,letter", row), VISITS)) == 1


def test_equal_rows_of_different_days_are_checked_as_of_their_own_day(file: Path) -> None:
    days = ["2015-12-31", "2016-01-01", "2015-12-30", "2016-01-02"]

    said = _fault(file, _lines("occurred_at,who", *[f"{day},youth" for day in days]), VISITS)

    assert said[1:] == [
        "line 3: “youth” is not in use on 2016-01-01",
        "line 5: “youth” is not in use on 2016-01-02",
    ]


def test_the_hour_that_is_now_is_not_the_future(file: Path) -> None:
    assert len(_read(file, _lines("occurred_at", str(NOW)))) == 1


def test_the_first_ten_wrong_rows_are_named_by_their_line_in_the_file(file: Path) -> None:
    content = _lines("occurred_at,caller", '"2016-07-14\n\n",man', *["2016-07-14,man", "", "no day,man"] * 12)

    said = _fault(file, content)

    assert said[0] == "Nothing is imported from calls.csv. Rows that cannot be read: 12."
    assert said[1:-1] == [f"line {line}: {NO_DAY}" for line in range(7, 37, 3)]
    assert said[-1] == "And 2 more."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("", "calls.csv has no column occurred_at.", id="empty"),
        pytest.param(_lines("caller", "man"), "calls.csv has no column occurred_at.", id="no time"),
        pytest.param(
            _lines("occurred_at,name,caller,phone"),
            "calls.csv has columns that the form does not know: “name”, “phone”.",
            id="unknown columns",
        ),
        pytest.param(
            _lines("occurred_at,"), "calls.csv has columns that the form does not know: “”.", id="no heading"
        ),
        pytest.param(_lines("occurred_at,caller,caller"), "calls.csv has a column twice.", id="a column twice"),
        pytest.param(_lines("occurred_at,caller", '2016-07-14,"man'), "calls.csv, line 2: ", id="an open quote"),
        pytest.param(_lines("occurred_at,caller", '2016-07-14,"m"an'), "calls.csv, line 2: ", id="a stray quote"),
        pytest.param('occurred_at,"caller\n', "calls.csv, line 1: ", id="an open quote at the top"),
        pytest.param(_lines("occurred_at," + "x" * 200_000), "calls.csv, line 1: ", id="an endless column"),
        pytest.param(_lines("occurred_at", "x" * 200_000), "calls.csv, line 2: ", id="an endless cell"),
        pytest.param(b"occurred_at\n\x81", "calls.csv is not a CSV file. Save it as CSV UTF-8.", id="bytes"),
    ],
)
def test_a_wrong_file_is_said_in_one_sentence(file: Path, content: str | bytes, said: str) -> None:
    [sentence] = _fault(file, content)

    assert said in sentence
    assert sentence.endswith(".")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileRefused, match="cannot be read"):
            list(read_rows(path, CALL, now=NOW, progress=lambda _done, _total: None))


def test_progress_is_told_of_how_many_bytes_how_many_are_read(file: Path) -> None:
    told: list[tuple[int, int]] = []
    file.write_text(_lines(HEAD, *[ROW] * 3000), encoding="utf-8")

    rows = list(read_rows(file, CALL, now=NOW, progress=lambda done, total: told.append((done, total))))

    assert len(rows) == 3000
    assert {total for _, total in told} == {file.stat().st_size}
    assert len(told) == 4
    assert sorted(told) == told
