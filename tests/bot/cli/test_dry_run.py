"""Looking what an import would do: it says what the import then does, and changes nothing."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.bot.console import CONFIG, vaktlogg

HEAD = "occurred_at,caller,reason,outcome\n"
MAP = """
[occurred_at]
columns = ["date"]
formats = ["%d.%m.%Y"]
[question.caller]
column = "who"
values = { "F" = "woman", "M" = "man" }
"""
FOREIGN = "date;who\n03.04.2019;F\n"
STAYS = "arrived,left,sex,outcome\n"
ENGLISH = f'language = "en"\n{CONFIG}[forms]\nenabled = ["call", "stay"]\n'
FILES = {
    "a row": (HEAD + "2016-07-14T23,woman,violence,\n", ()),
    "known rows": (HEAD + "2016-07-02,,,unspecified\n2016-07-02,,,unspecified\n", ()),
    "no rows": (HEAD, ()),
    "nothing": ("", ()),
    "a wrong answer": (HEAD + "2016-07-14,kvine,violence,\n", ()),
    "a time to come": (HEAD + "2097-07-14,woman,violence,\n", ()),
    "a short row": (HEAD + "2016-07-14,woman\n", ()),
    "a strange column": ("occurred_at,name\n2016-07-14,x\n", ()),
    "no column of time": ("caller\nwoman\n", ()),
    "no table": ("PK\x03\x04\x00\x00", ()),
    "through a map": (FOREIGN, ("--map", "map.toml")),
    "a value not in the map": (FOREIGN + "04.04.2019;X\n", ("--map", "map.toml")),
    "no such map": (FOREIGN, ("--map", "none.toml")),
    "of a source": (HEAD + "2016-07-02,,,unspecified\n", ("--source", "Desk A")),
    "stays": (STAYS + "2016-07-02,2016-07-05,woman,\n2016-08-02,,man,\n", ("--form", "stay")),
    "stays without days": (STAYS + "2016-07-02,2016-07-05,woman,\n2016-08,2016-08,man,\n", ("--form", "stay")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    return tmp_path


def _hold(folder: Path) -> None:
    """Import a call of which some of the files know."""
    (folder / "held.csv").write_text(HEAD + "2016-07-02,,,unspecified\n", encoding="utf-8")
    assert vaktlogg(folder, "import", "held.csv").returncode == 0


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("is_new", [True, False], ids=["no database yet", "a database"])
@pytest.mark.parametrize("file", FILES)
def test_what_it_says_is_what_the_import_then_does(folder: Path, file: str, is_new: bool) -> None:
    content, words = FILES[file]
    if not is_new:
        _hold(folder)
    (folder / "file.csv").write_text(content, encoding="utf-8")

    before = _bytes(folder)
    looked = vaktlogg(folder, "import", "file.csv", *words, "--dry-run")
    after = _bytes(folder)
    imported = vaktlogg(folder, "import", "file.csv", *words)

    assert after == before
    refused = imported.returncode != 0
    assert looked.returncode == imported.returncode
    assert looked.stdout.startswith("Nothing would be imported. ") == refused
    assert looked.stderr == "Nothing would be imported from file.csv.\n" * refused
    assert _numbers(looked.stdout) == _numbers(imported.stdout)


def _numbers(said: str) -> tuple[str, str] | None:
    """Return how many rows are new and how many known; None of a refusal."""
    first = said.partition("\n")[0]
    if "nothing to import" in first:
        return "0", "0"
    if " would be new, " in first:
        new, known = first.partition("): ")[2].split(" would be new, ")
        return new, known.split()[0]
    return (first.split()[0], first.partition("; ")[2].split()[0]) if "known" in first else None


def test_an_overlap_is_told_as_the_import_tells_it(folder: Path) -> None:
    _hold(folder)
    (folder / "file.csv").write_text(HEAD + "2016-07-02,woman,violence,\n2016-08-03,,,\n", encoding="utf-8")

    looked = vaktlogg(folder, "import", "file.csv", "--dry-run")
    imported = vaktlogg(folder, "import", "file.csv")

    assert looked.stdout.split("\n")[0] == (
        f"2 rows are read (July\u2009–\u2009August 2016): 2 would be new, 0 known from before."
        f" {imported.stderr.strip()}"
    )


def test_no_number_of_an_import_is_used_and_nothing_is_noted(folder: Path) -> None:
    _hold(folder)
    vaktlogg(folder, "import", "held.csv", "--dry-run")
    imported = vaktlogg(folder, "import", "held.csv")

    assert imported.stdout.endswith("This is import 2.\n")
    assert vaktlogg(folder, "audit").stdout.count("\n") == 2


def test_equal_faults_are_one_row_with_the_first_line_and_their_number(folder: Path) -> None:
    rows = "2016-07-14,woman,violence,\n2016-07-14,kvine,violence,\n" * 3000
    (folder / "file.csv").write_text(HEAD + rows + "2016-07-15,kvine,violence\n", encoding="utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--dry-run").stdout

    assert shown.startswith("Nothing would be imported. 3,001 rows are faulty. 3,000 rows are good.\n")
    assert shown.partition("Faults\n\n")[2].split("\n")[1:] == [
        "         3  caller  “kvine”          “kvine” is not an option of “caller”  3,000",
        "     6,002                           There are fewer cells than columns        1",
        "",
    ]


def test_a_thousand_faults_are_shown_and_then_how_many_more_there_are(folder: Path) -> None:
    wrong = "".join(f"2016-07-14,x{number},violence,\n" for number in range(1200))
    (folder / "file.csv").write_text(HEAD + wrong, encoding="utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--dry-run").stdout

    assert shown.count(" is not an option of ") == 1000
    assert shown.endswith("\nAnd 200 more faulty rows.\n")


def test_values_that_the_map_does_not_know_stand_among_the_faults_with_their_number(folder: Path) -> None:
    rows = "03.04.2019;X\n3/4/2019;F\n" + "".join(f"03.04.2019;Y{number}\n" for number in range(1100))
    (folder / "file.csv").write_text(FOREIGN + rows + "03.04.2019;X\n", encoding="utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--map", "map.toml", "--dry-run").stdout
    lines = shown.partition("Faults\n\n")[2].split("\n")

    assert shown.startswith(
        "Nothing would be imported. 1 row is faulty. The map does not know 1,101 values. 1 row is good.\n"
    )
    assert [line.split() for line in lines[1:3]] == [
        ["4", "date", "“3/4/2019”", "date:", "“3/4/2019”", "is", "not", "written", "as", "%d.%m.%Y", "1"],
        ["who", "“X”", "The", "map", "does", "not", "know", "this", "value", "2"],
    ]
    assert lines[-2:] == ["And 102 more values that the map does not know.", ""]


def test_a_name_or_number_in_a_cell_is_quoted_as_the_import_quotes_it(folder: Path) -> None:
    told = "Kari Nordmann, 99 88 77 66, called about her sister"
    (folder / "file.csv").write_text(HEAD + f'2016-07-14,"{told}",violence,\n', encoding="utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--dry-run").stdout

    assert f"a text of {len(told)} characters" in shown
    assert not {"Kari", "99", "sister"} & set(shown.replace(",", " ").split())


def test_many_months_are_told_by_year(folder: Path) -> None:
    months = "".join(f"{2014 + n // 12}-{n % 12 + 1:02}-03,woman,violence,\n" for n in range(25))
    (folder / "file.csv").write_text(HEAD + months, encoding="utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--dry-run").stdout
    lines = shown.split("\n")

    assert [line.split() for line in lines[lines.index("Good rows by year") + 1 :][:3]] == [
        ["2014", "12"],
        ["2015", "12"],
        ["2016", "1"],
    ]


def test_hours_that_would_be_cut_are_shown_cut_and_no_line_is_wider_than_a_hundred(new_folder: Path) -> None:
    shown = vaktlogg(new_folder, "import", "2016.csv", "--dry-run").stdout

    assert "\n2016-01-01  registrert\n    Hvem ringte: Kvinne · " in shown
    assert "T" not in {line[10:11] for line in shown.split("\n")}
    assert max(map(len, shown.split("\n"))) <= 100
    assert "  Hjelpeapparatet             558  62\u00a0%\n" in shown


def test_no_share_is_of_what_is_not_known_and_none_of_several_is_an_answer(folder: Path) -> None:
    rows = "2016-07-01,2016-07-03,woman,\n2016-07-01,2016-07-03,man,\n2016-07-01,2016-07-03,unknown,\n"
    (folder / "file.csv").write_text("arrived,left,sex,relation\n" + rows.replace(",\n", ",|\n"), "utf-8")

    shown = vaktlogg(folder, "import", "file.csv", "--form", "stay", "--dry-run").stdout

    assert [line.split() for line in shown.partition("\nGender\n")[2].split("\n")[:4]] == [
        ["Woman", "1", "50%"],
        ["Man", "1", "50%"],
        ["Other", "gender", "0", "0%"],
        ["Not", "known", "1"],
    ]
    assert ["None", "of", "these", "3", "100%"] in [line.split() for line in shown.split("\n")]


def test_what_is_no_fault_of_the_file_is_said_on_standard_error(folder: Path) -> None:
    (folder / "file.csv").write_text(HEAD, encoding="utf-8")
    source = vaktlogg(folder, "import", "file.csv", "--source", "", "--dry-run")
    form = vaktlogg(folder, "import", "file.csv", "--form", "none", "--dry-run")
    (folder / "vaktlogg.db").write_text("no database " * 100, encoding="utf-8")
    damaged = vaktlogg(folder, "import", "file.csv", "--dry-run")

    assert [(said.returncode, said.stdout) for said in (source, form, damaged)] == [(1, "")] * 3
    assert all(said.stderr for said in (source, form, damaged))


def test_a_database_of_an_earlier_version_is_left_as_it_is(folder: Path) -> None:
    _hold(folder)
    with closing(connect(folder / "vaktlogg.db")) as database:
        database.execute("PRAGMA user_version = 3")
    before = _bytes(folder)

    refused = vaktlogg(folder, "import", "held.csv", "--dry-run")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("The database is of an earlier version, and a dry run changes nothing.")
    assert _bytes(folder) == before
