"""Looking at an installation: a line for each part."""

from pathlib import Path

from tests.bot.console import vaktlogg


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
