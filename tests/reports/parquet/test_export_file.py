"""Files with every turn a form can take, written as Parquet and read back by whoever gets them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from reports.parquet.description import FileDescription, FileOrigin
from reports.parquet.export_file import ROWS_AT_ONCE, write_parquet
from reports.parquet.fingerprint import CountedCell, counts_sha256
from storage.forms.form import Form
from storage.forms.reader import read_form
from storage.forms.words import Label
from storage.records.export import Stretch
from tests.example_forms import CALL, TEST_FORMS, VISITS, changed

GUEST = read_form(TEST_FORMS / "guest.toml")
VISITED = """occurred_at,outcome,who,violence
2016-07-14T23,registered,woman,physical|threats
2016-07-15,registered,man,|
2016-07,declined,,
"""


def few(form: Form, *keys: str) -> Form:
    """Return the form with these questions alone."""
    return changed(form, entries=tuple(entry for entry in form.entries if entry.key in keys))


def described(form: Form, stretch: Stretch | None = None) -> FileDescription:
    return FileOrigin("1.0.0", "Senteret", form, stretch or Stretch()).of_records()


def written(folder: Path, rows: str, description: FileDescription) -> pa.Table:
    """Write rows and read them back."""
    (folder / "rows.csv").write_text(rows, encoding="utf-8")
    write_parquet(folder / "rows.parquet", description, folder / "rows.csv")
    return parquet.read_table(folder / "rows.parquet")


def said(table: pa.Table) -> dict[str, Any]:
    """Return what a file says of itself."""
    told: dict[str, Any] = json.loads(table.schema.metadata[b"vaktlogg"])
    return told


def test_what_is_not_known_is_null_and_nothing_chosen_is_an_empty_list(tmp_path: Path) -> None:
    table = written(tmp_path, VISITED, described(few(VISITS, "who", "violence")))

    assert table.to_pydict() == {
        "occurred_at": ["2016-07-14T23", "2016-07-15", "2016-07"],
        "_month": [date(2016, 7, 1)] * 3,
        "_day": [date(2016, 7, 14), date(2016, 7, 15), None],
        "_hour": [23, None, None],
        "outcome": ["registered", "registered", "declined"],
        "who": ["woman", "man", None],
        "violence": [["physical", "threats"], [], None],
    }


def test_every_column_has_the_type_of_its_kind(tmp_path: Path) -> None:
    table = written(tmp_path, VISITED, described(few(VISITS, "who", "violence")))

    words = pa.dictionary(pa.int32(), pa.string())
    assert dict(zip(table.schema.names, table.schema.types, strict=True)) == {
        "occurred_at": pa.string(),
        "_month": pa.date32(),
        "_day": pa.date32(),
        "_hour": pa.int8(),
        "outcome": words,
        "who": words,
        "violence": pa.list_(pa.string()),
    }


def test_of_stays_the_two_days_are_texts_and_the_month_is_that_of_the_arrival(tmp_path: Path) -> None:
    rows = "came,went,outcome,sex,children\n2016-07-03,,registered,woman,4\n2014-02,2014-03,registered,man,\n"

    table = written(tmp_path, rows, described(few(GUEST, "came", "went", "sex", "children")))

    assert table.to_pydict() == {
        "came": ["2016-07-03", "2014-02"],
        "went": [None, "2014-03"],
        "_month": [date(2016, 7, 1), date(2014, 2, 1)],
        "outcome": ["registered", "registered"],
        "sex": ["woman", "man"],
        "children": ["4", None],
    }


@pytest.mark.parametrize("key", ["month", "day", "hour"])
def test_no_question_can_have_the_name_of_a_column_that_is_added(tmp_path: Path, key: str) -> None:
    form = changed(few(CALL, "caller"), entries=(changed(CALL.by_key["caller"], key=key),))

    table = written(tmp_path, f"occurred_at,outcome,{key}\n2016-07-14,registered,man\n", described(form))

    assert table.schema.names == ["occurred_at", "_month", "_day", "_hour", "outcome", key]
    assert table[key].to_pylist() == ["man"]


def test_it_says_what_it_is(tmp_path: Path) -> None:
    form = changed(few(CALL, "caller"), title=Label(nb="Samtale", en="Call"))
    told = said(
        written(
            tmp_path,
            "occurred_at,outcome,caller\n2016-07-14,registered,man\n",
            described(form, Stretch(first=date(2016, 7, 1))),
        )
    )

    codes, columns = told.pop("codes"), told.pop("columns")
    assert told == {
        "schema": 1,
        "program": "1.0.0",
        "kind": "records",
        "centre": "Senteret",
        "form": {
            "key": "call",
            "fingerprint": form.fingerprint,
            "title": {"nb": "Samtale", "nn": None, "en": "Call"},
        },
        "from": "2016-07-01",
        "until": None,
        "rows": 1,
        "counts_sha256": counts_sha256(
            {CountedCell("2016-07", "registered"): 1, CountedCell("2016-07", "registered", "caller", "man"): 1}
        ),
    }
    assert columns == {
        "occurred_at": "time",
        "_month": "month",
        "_day": "day",
        "_hour": "hour",
        "outcome": "outcome",
        "caller": "one",
    }
    assert [(code["question"], code["option"], code["unknown"]) for code in codes] == [
        ("caller", option.key, str(int(option.unknown))) for option in form.by_key["caller"].options
    ]


def test_whoever_counts_the_rows_comes_to_the_fingerprint_that_it_names(tmp_path: Path) -> None:
    table = written(tmp_path, VISITED, described(few(VISITS, "who", "violence")))

    counts = Counter[CountedCell]()
    for row in table.to_pylist():
        place = (row["_month"].isoformat()[:7], row["outcome"])
        counts[CountedCell(*place)] += 1
        if row["who"] is not None:
            counts[CountedCell(*place, "who", row["who"])] += 1
        if row["violence"] is not None:
            counts.update(CountedCell(*place, "violence", option) for option in row["violence"] or ["|"])
    assert said(table)["counts_sha256"] == counts_sha256(counts)


def test_rows_beyond_a_batch_are_all_there_in_their_order(tmp_path: Path) -> None:
    days = [f"2016-07-{number % 28 + 1:02}" for number in range(ROWS_AT_ONCE + 1)]
    rows = "".join(f"{day},registered,{'wo' * (day[-1] > '4')}man\n" for day in days)

    table = written(tmp_path, f"occurred_at,outcome,caller\n{rows}", described(few(CALL, "caller")))

    assert table["occurred_at"].to_pylist() == days
    assert table["caller"].to_pylist() == ["woman" if day[-1] > "4" else "man" for day in days]
    assert said(table)["rows"] == len(days)


def test_a_file_without_rows_has_its_columns(tmp_path: Path) -> None:
    table = written(tmp_path, "occurred_at,outcome,caller\n", described(few(CALL, "caller")))

    assert (table.num_rows, table.schema.names[-1], said(table)["rows"]) == (0, "caller", 0)


def test_of_counts_what_is_hidden_is_null(tmp_path: Path) -> None:
    description = FileOrigin("1.0.0", "", CALL, Stretch()).of_counts(public=True)
    head = "form,month,outcome,question,option,unknown,count,hidden\n"
    rows = "call,2016-07,registered,,,0,9,0\ncall,2016-07,registered,caller,man,1,,1\n"

    table = written(tmp_path, head + rows, description)

    assert [list(row.values()) for row in table.to_pylist()] == [
        ["call", date(2016, 7, 1), "registered", "", "", False, 9, False],
        ["call", date(2016, 7, 1), "registered", "caller", "man", True, None, True],
    ]
    assert said(table)["counts_sha256"] == counts_sha256({CountedCell("2016-07", "registered"): 9})
