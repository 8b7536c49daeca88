"""The help, and what is wrong with a line, in the language of the config."""

from importlib.metadata import version
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg

COMMANDS = (
    "run",
    "demo",
    "check",
    "stats",
    "report",
    "map",
    "import",
    "import-log",
    "export",
    "history",
    "forms",
    "init",
    "invite",
    "papers",
    "audit",
    "restore",
    "erase",
    "backup",
    "backup-key",
    "service",
    "health",
)
NYNORSK, ENGLISH = (f'language = "{code}"\n{CONFIG}' for code in ("nn", "en"))


@pytest.mark.parametrize("word", ["-h", "--help"])
@pytest.mark.parametrize(
    ("config", "head", "shown"),
    [
        (CONFIG, "Bruk: ", "Skriv ut tallene for en periode."),
        (NYNORSK, "Bruk: ", "Skriv ut tala for ein periode."),
        (ENGLISH, "Usage: ", "Print the figures of a period."),
        ('language = "fr"', "Bruk: ", "Skriv ut tallene for en periode."),
        ("[[", "Bruk: ", "Skriv ut tallene for en periode."),
    ],
)
def test_the_help_is_in_the_language_of_the_config(
    new_folder: Path, config: str, word: str, head: str, shown: str
) -> None:
    (new_folder / "config.toml").write_text(config, encoding="utf-8")

    all_of_it, of_one = vaktlogg(new_folder, word), vaktlogg(new_folder, "stats", word)

    assert all_of_it.stdout.startswith(head)
    assert shown in all_of_it.stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in all_of_it.stdout] == []
    assert shown in of_one.stdout
    assert (all_of_it.returncode, all_of_it.stderr) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_english_is_left_in_norwegian_help(new_folder: Path, command: str) -> None:
    said = vaktlogg(new_folder, command, "-h").stdout

    assert [
        word
        for word in ("Usage", "Options", "OPTIONS", "Arguments", "default", "required", "Show")
        if word in said
    ] == []


@pytest.mark.parametrize("words", [("--config", "en.toml"), ("--config=en.toml",)])
def test_another_config_has_its_own_language(new_folder: Path, words: tuple[str, ...]) -> None:
    (new_folder / "en.toml").write_text(ENGLISH, encoding="utf-8")

    assert vaktlogg(new_folder, "stats", *words, "-h").stdout.startswith("Usage: ")


def test_the_version_is_told(new_folder: Path) -> None:
    assert vaktlogg(new_folder, "--version").stdout == f"Vaktlogg {version('vaktlogg')}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("stats",), "period mangler."),
        (("export",), "--out mangler."),
        (("demo", "--port", "x"), "--port har en gal verdi."),
        (("stats", "2016", "--nope"), "«stats 2016 --nope» kan ikke forstås."),
        (("frobnicate",), "«frobnicate» kan ikke forstås."),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_one_sentence(
    new_folder: Path, words: tuple[str, ...], said: str
) -> None:
    ended = vaktlogg(new_folder, *words)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(said)
    assert ended.stderr.count("\n") == 1


def test_without_a_word_the_help_is_shown(new_folder: Path) -> None:
    ended = vaktlogg(new_folder)

    assert (ended.returncode, ended.stderr.startswith("Bruk: ")) == (2, True)
