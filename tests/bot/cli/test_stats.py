"""The figures of a period on the console."""

from pathlib import Path

from tests.bot.console import vaktlogg


def test_stats_without_json_says_the_figures_in_words(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")
    told = vaktlogg(new_folder, "stats", "2016")

    assert "899\u00a0samtaler" in told.stdout
    assert "150\u00a0krisetelefoner, 1\u00a0av\u00a06" in told.stdout
