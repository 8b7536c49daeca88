"""`vaktlogg export` for machines: the same records, with types and a description of themselves."""

import csv
import json
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.bot.console import CONFIG, begun_anew, started_anew, vaktlogg
from tests.modes import modes_in, umask
from tests.storage.rows import rows

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
ADDED = {"_month", "_day", "_hour"}


def test_the_rows_are_those_of_the_csv(folder: Path) -> None:
    for name in ("calls.csv", "calls.parquet"):
        done = vaktlogg(folder, "export", "--from", "2016-07-01", "--out", name)
        assert (done.returncode, done.stderr) == (0, "")

    table = parquet.read_table(folder / "calls.parquet")
    with (folder / "calls.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [
        {name: _cell(value) for name, value in row.items() if name not in ADDED} for row in table.to_pylist()
    ] == lines


def _cell(value: object) -> str:
    """Write a value as the CSV has it."""
    if isinstance(value, list):
        return "|".join(value) or "|"
    return "" if value is None else str(value)


def test_the_readme_reads_it_in_two_lines(folder: Path) -> None:
    [lines] = re.findall(r"In Python:\n\n(.*?)\n\n", README, flags=re.DOTALL)
    vaktlogg(folder, "export", "--out", "calls.parquet")

    program = f"import json, pyarrow.parquet\n{textwrap.dedent(lines)}\nprint(table.num_rows, told['rows'])"
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)

    assert len(lines.splitlines()) == 2
    assert done.stdout == "899 899\n"


def test_it_says_which_days_were_asked_for_and_of_which_centre(folder: Path) -> None:
    (folder / "config.toml").write_text(f'centre = "Senteret"\n{CONFIG}', encoding="utf-8")

    vaktlogg(folder, "export", "--until", "2016-07-31", "--out", "calls.parquet")

    table = parquet.read_table(folder / "calls.parquet")
    told = json.loads(table.schema.metadata[b"vaktlogg"])
    assert [told[name] for name in ("kind", "centre", "from", "until", "rows")] == [
        "records",
        "Senteret",
        None,
        "2016-07-31",
        table.num_rows,
    ]


def test_it_is_compressed_its_owners_alone_and_audited_and_nothing_lies_beside_it(folder: Path) -> None:
    with umask(0o000):
        vaktlogg(folder, "export", "--out", "calls.parquet")

    told = parquet.read_metadata(folder / "calls.parquet")
    assert told.row_group(0).column(0).compression == "ZSTD"
    assert modes_in(folder, "*calls*") == {"calls.parquet": 0o600}
    assert rows(folder / "vaktlogg.db", "SELECT act, about FROM audit WHERE act LIKE 'export%'") == [
        ("exported", "call")
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("--out", "file.parquet"),
        ("--tidy", "--out", "file.parquet"),
        ("--tidy", "--public", "--until", "2016-03-31", "--out", "file.parquet"),
    ],
)
def test_the_same_records_give_the_same_bytes(folder: Path, words: tuple[str, ...]) -> None:
    vaktlogg(folder, "export", *words)
    first = (folder / "file.parquet").read_bytes()

    started_anew(folder, "export", *words)

    assert (folder / "file.parquet").read_bytes() == first
    assert not list(folder.glob(".vaktlogg-*"))


def test_of_a_form_whose_rows_tell_who_lived_here_it_is_refused_as_well(folder: Path) -> None:
    (folder / "config.toml").write_text(f'{CONFIG}[forms]\nenabled = ["call", "stay"]\n', encoding="utf-8")

    refused = vaktlogg(folder, "export", "--form", "stay", "--out", "stays.parquet")

    assert refused.returncode == 1
    assert "viser når hver enkelt kom og dro" in refused.stderr
    assert not (folder / "stays.parquet").exists()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_told_to_stop_leaves_no_records_behind(folder: Path, stop: signal.Signals) -> None:
    with begun_anew(folder, "export", "--out", "calls.parquet") as export:
        while not list(folder.glob(".vaktlogg-*")) and export.poll() is None:
            time.sleep(0.01)

        export.send_signal(stop)

    assert list(folder.glob(".vaktlogg-*")) == []
