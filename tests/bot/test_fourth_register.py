"""A register that nobody thought of, a men's counselling line with a waiting list, runs as a form file alone."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg

FORM = Path(__file__).parents[1] / "forms" / "mens_line" / "mens_line.toml"
WAITED = """\
asked,settled,concern,earlier_talks,called_meanwhile,end
2016-01-04,2016-02-15,own_violence|separation,0,2,talk
2016-01-20,2016-01-20,exposed,7,0,unknown
2016-03-01,,separation,unknown,1,
"""


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """Return a folder in which the register is kept, with three men of 2016 in it."""
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / FORM.name).write_bytes(FORM.read_bytes())
    forms = '[forms]\nfolder = "forms"\nenabled = ["mens_line"]\n'
    (tmp_path / "config.toml").write_text(CONFIG + forms, encoding="utf-8")
    (tmp_path / "waited.csv").write_text(WAITED, encoding="utf-8")
    taken_in = vaktlogg(tmp_path, "import", "waited.csv", "--form", "mens_line")
    assert taken_in.returncode == 0
    return tmp_path


def test_its_file_can_be_used(line: Path) -> None:
    checked = vaktlogg(line, "forms", "check", "forms/mens_line.toml")

    assert (checked.returncode, checked.stderr) == (0, "")


def test_it_is_counted_with_those_who_wait_and_numbers_in_bands(line: Path) -> None:
    told = json.loads(vaktlogg(line, "stats", "2016", "--form", "mens_line", "--json").stdout)

    months = {
        name: (month["total"], month["arrivals"], month["departures"]) for name, month in told["months"].items()
    }
    assert told["total"] == 3
    assert [months[f"2016-{month:02}"] for month in (1, 2, 3, 12)] == [(2, 2, 1), (1, 0, 1), (1, 1, 0), (1, 0, 0)]
    assert told["questions"]["earlier_talks"] == {"asked": 3, "unknown": 1, "options": {"0": 1, "1-4": 0, "5+": 1}}
    assert told["questions"]["end"]["options"] == {"talk": 1, "gave_up": 0, "referred": 0, "unknown": 1}


def test_it_has_a_view_and_a_whole_report(line: Path) -> None:
    written = vaktlogg(line, "report", "2016", "--annual", "--format", "html", "--out", "out")

    report = (line / "out" / "2016-annual.html").read_text(encoding="utf-8")
    database = sqlite3.connect(line / "vaktlogg.db")
    rows = database.execute("SELECT asked, settled, called_meanwhile FROM mens_talks ORDER BY asked").fetchall()
    database.close()
    assert (written.returncode, written.stderr) == (0, "")
    assert "<h2>Samtaletilbudet for menn i\u00a02016</h2>" in report
    assert [row[0][:7] for row in rows] == ["2016-01", "2016-01", "2016-03"]
    assert rows[-1] == ("2016-03-01", None, "1")


def test_alone_it_cannot_be_served_since_nothing_would_be_filled_in_at_once(line: Path) -> None:
    started = vaktlogg(line, "run")

    assert started.returncode != 0
    assert "trengs minst ett skjema som ikke blir stående åpent" in started.stderr
