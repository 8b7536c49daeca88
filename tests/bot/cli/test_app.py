"""The command line, as an administrator types it in a folder of her own."""

import json
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg


def test_the_year_of_the_seed_report_is_imported_and_counted_as_the_report_says(new_folder: Path) -> None:
    imported = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    counted = json.loads(vaktlogg(new_folder, "stats", "2016", "--json").stdout)

    assert imported.returncode == 0
    assert counted["total"] == counted["outcomes"]["registered"] == 899
    assert (counted["first_day"], counted["last_day"]) == ("2016-01-01", "2016-12-31")
    assert _percent(counted, "caller") == {"woman": 32, "man": 6, "agency": 62}
    assert _percent(counted, "agency") == {
        "child_welfare": 14, "police": 10, "nav": 10, "shelter": 6, "health": 6, "lawyer": 4, "other": 12
    }  # fmt: skip
    assert _percent(counted, "reason") == {"violence": 25, "follow_up": 50, "guidance": 25}
    assert round(899 / counted["questions"]["crisis"]["options"]["yes"]) == 6
    assert _percent(counted, "minority")["yes"] in {49, 50, 51}
    assert _busiest(counted, "total") == "2016-07"
    assert _busiest(counted, "highlighted") == "2016-01"


def _percent(counted: "dict[str, dict[str, dict[str, dict[str, int]]]]", question: str) -> dict[str, int]:
    return {key: round(100 * n / 899) for key, n in counted["questions"][question]["options"].items()}


def _busiest(counted: "dict[str, dict[str, dict[str, int]]]", what: str) -> str:
    return max(counted["months"], key=lambda month: counted["months"][month][what])


def test_the_same_file_again_adds_nothing_and_one_more_row_adds_one(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    again = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    with (new_folder / "2016.csv").open("a", encoding="utf-8") as file:
        file.write("2016-12-31,woman,self,,violence,yes,no\n")
    more = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")

    assert again.stdout == "0 nye registreringer; 899 kjent fra før.\n"
    assert more.stdout == "1 ny registrering; 899 kjent fra før.\n"


def test_stats_without_json_says_the_figures_in_words(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")
    told = vaktlogg(new_folder, "stats", "2016")

    assert "899\u00a0samtaler" in told.stdout
    assert "150\u00a0krisetelefoner, 1\u00a0av\u00a06" in told.stdout


@pytest.mark.parametrize(
    ("config", "words", "said"),
    [
        (CONFIG + "[acces]\n", ("check",), "nøkkelen «acces» er ukjent"),
        (CONFIG + "[access]\nstaff = ['x']\n", ("stats", "2016"), "«access staff 0» har en gal verdi"),
        ('language = "fr"\n', ("run",), "«language» har en gal verdi"),
        ('timezone = "Oslo"\n', ("run",), "den tidssonen finnes ikke"),
        ('[telegram]\napi_url = "https://x"\n', ("run",), "en adresse slutter på /bot"),
        ("[[", ("run",), "kan ikke leses"),
        ("", ("run",), "Det mangler et token"),
        (CONFIG + '[forms]\nenabled = ["nope"]\n', ("stats", "2016"), "Ingen skjemafil har nøkkelen «nope»"),
        (CONFIG, ("stats", "2016"), "Det er ingen database"),
        (CONFIG, ("stats", "tull"), "Den perioden kjenner jeg ikke."),
        (CONFIG, ("import", "nowhere.csv"), "nowhere.csv kan ikke leses"),
        (CONFIG, ("import", "2016.csv", "--form", "x"), "Skjemaet «x» er ikke i bruk"),
        (CONFIG, ("stats", "2016", "--config", "other.toml"), "Det er ingen oppsettfil på other.toml"),
        (CONFIG, ("forms", "check", "2016.csv"), "2016.csv: filen:"),
        (CONFIG, ("frobnicate",), "frobnicate"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    new_folder: Path, config: str, words: tuple[str, ...], said: str
) -> None:
    (new_folder / "config.toml").write_text(config, encoding="utf-8")

    ended = vaktlogg(new_folder, *words)

    assert ended.returncode != 0
    assert said in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) <= 1


def test_check_says_one_line_each(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")

    ended = vaktlogg(new_folder, "check")

    assert [line.split(":")[0] for line in ended.stdout.splitlines()] == [
        "config", "forms", "shifts", "database", "SQLite", "token", "chats", "reports"
    ]  # fmt: skip
    assert "899 registreringer" in ended.stdout
    assert "shifts: 07:30, 15:00, 22:30; de på vakt blir spurt\n" in ended.stdout
    assert "Telegram svarer ikke" in ended.stdout
    assert ended.returncode == 1


def test_a_form_that_can_be_used_is_said_to_work(new_folder: Path) -> None:
    form = Path(__file__).parents[3] / "storage" / "forms" / "call.toml"

    ended = vaktlogg(new_folder, "forms", "check", str(form))

    assert (ended.returncode, ended.stdout) == (
        0,
        "call.toml: skjemaet «call» virker: 8 spørsmål, 4 skjermbilder.\n",
    )


def test_a_form_of_one_screen_is_counted_as_one(new_folder: Path) -> None:
    form = new_folder / "note.toml"
    options = 'options = [ { key = "a", label = { nb = "A" } } ]'
    question = f'[[question]]\nkey = "kind"\nlabel = {{ nb = "Slag" }}\nkind = "one"\n{options}'
    form.write_text(f'key = "note"\ntitle = {{ nb = "Notat" }}\nview = "notes"\n{question}\n', encoding="utf-8")

    ended = vaktlogg(new_folder, "forms", "check", str(form))

    assert ended.stdout == "note.toml: skjemaet «note» virker: 1 spørsmål, 1 skjermbilde.\n"
