"""The command line, as an administrator types it in a folder of her own."""

from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg


@pytest.mark.parametrize(
    ("config", "words", "said"),
    [
        (CONFIG + "[acces]\n", ("check",), "nøkkelen «acces» er ukjent"),
        (CONFIG + "[access]\nstaff = ['x']\n", ("stats", "2016"), "«access staff 0» har en gal verdi"),
        ('language = "fr"\n', ("run",), "«language» har en gal verdi"),
        ('timezone = "Oslo"\n', ("run",), "den tidssonen finnes ikke"),
        ('[telegram]\napi_url = "https://x"\n', ("run",), "en adresse slutter på /bot"),
        ("[[", ("run",), "kan ikke leses"),
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
