"""Looking at an installation: a line for each part."""

from pathlib import Path

import pytest

from tests.bot.console import vaktlogg


def test_check_says_one_line_each(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")

    ended = vaktlogg(new_folder, "check")

    assert [line.split(":")[0] for line in ended.stdout.splitlines()] == [
        "oppsett", "skjemaer", "vakter", "database", "SQLite", "token", "chatter", "rapporter"
    ]  # fmt: skip
    assert "899 registreringer" in ended.stdout
    assert "vakter: 07:30, 15:00, 22:30; de på vakt blir spurt\n" in ended.stdout
    assert "Telegram svarer ikke" in ended.stdout
    assert ended.returncode == 1


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('language = "en"\n[acces]\n', "config: config.toml: the key “acces” is not known."),
        ('language = "nn"\n[acces]\n', "oppsett: config.toml: nøkkelen «acces» er ukjend."),
    ],
)
def test_a_config_that_is_wrong_is_told_of_in_its_own_language(new_folder: Path, config: str, said: str) -> None:
    (new_folder / "config.toml").write_text(config, encoding="utf-8")

    assert vaktlogg(new_folder, "check").stdout.splitlines() == [said]
