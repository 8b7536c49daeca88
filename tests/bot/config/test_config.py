"""The config file, and the example that explains it."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from bot.config.config import Config, ConfigFault, read_config
from reports.words.language import Language

EXAMPLE = Path(__file__).parents[3] / "config.example.toml"


def _keys(model: dict[str, object], above: str = "") -> set[str]:
    keys: set[str] = set()
    for key, value in model.items():
        keys |= _keys(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
    return keys


def _with_comments_opened(text: str) -> str:
    return re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE)


def test_the_example_loads_and_says_the_defaults() -> None:
    config = read_config(EXAMPLE)

    assert config.model_dump(exclude={"database"}) == Config().model_dump(exclude={"database"})
    assert config.database.path == EXAMPLE.parent / "vaktlogg.db"


def test_the_example_holds_every_key_once() -> None:
    opened = tomllib.loads(_with_comments_opened(EXAMPLE.read_text(encoding="utf-8")))

    assert _keys(opened) == _keys(Config().model_dump())


def test_every_key_of_the_example_has_its_line_of_why() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()

    for before, line in pairwise(lines):
        if re.match(r"(# )?\w+ = ", line):
            assert re.match(r"# [A-Z].*\.$", before), line


def test_the_token_comes_from_the_environment_before_the_file_before_the_config(tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text("2:file\n", encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text('[telegram]\ntoken = "1:config"\ntoken_file = "token.txt"\n', encoding="utf-8")
    config = read_config(path)

    assert config.token({"VAKTLOGG_TOKEN": "3:environment"}) == "3:environment"
    assert config.token({}) == "2:file"
    assert Config.model_validate({"telegram": {"token": "1:config"}}).token({}) == "1:config"


def test_a_token_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[telegram]\ntoken_file = "nowhere.txt"\n', encoding="utf-8")

    with pytest.raises(ConfigFault, match=r"nowhere\.txt"):
        read_config(path).token({})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('language = "fr"', "«language» har en gal verdi: det skal være en av 'nb', 'nn', 'en'."),
        ("centre = 3", "«centre» har en gal verdi: det skal være en tekst i anførselstegn."),
        ("reports = 3", "«reports» har en gal verdi: det skal være en tabell."),
        ('[access]\nstaff = ["1"]', "«access staff 0» har en gal verdi: det skal være et helt tall."),
        ("[access]\nstaff = 1", "«access staff» har en gal verdi: det skal være en liste, i [ ]."),
        ("[logging]\nown_hours = -1", "«logging own_hours» har en gal verdi: det skal være 0 eller mer."),
        ("[logging]\nown_hours = 999", "«logging own_hours» har en gal verdi: det skal være 744 eller mindre."),
        ("[privacy]\ncoarsen_days = 1", "«privacy coarsen_days» har en gal verdi: det skal være 2 eller mer."),
        (
            "[privacy]\ncoarsen_days = 32",
            "«privacy coarsen_days» har en gal verdi: det skal være 31 eller mindre.",
        ),
        ("[reports]\nday = 31", "«reports day» har en gal verdi: det skal være 28 eller mindre."),
        ('[shifts]\nask = "ja"', "«shifts ask» har en gal verdi: det skal være true eller false."),
        ("[shifts]\nhours = []", "«shifts hours» har en gal verdi: dette er tomt."),
        ('[shifts]\nhours = ["24:00"]', "et klokkeslett skrives 08:00, fra 00:00 til 23:59."),
        ('[shifts]\nhours = ["15:00", "07:30"]', "klokkeslettene i et døgn står i rekkefølge."),
        ('[shifts]\nhours = ["07:30", "08:00"]', "en vakt varer i to timer eller mer."),
        ('[shifts]\nnames = ["Dag"]', "«shifts» har en gal verdi: hver vakt har et navn, eller ingen har det."),
        ('[shifts]\nnames = ["Dag", " ", "Natt"]', "«shifts» har en gal verdi: et navn er tomt."),
        (
            '[reports]\nfolder = "ut/internt"\npublic_folder = "ut"',
            "det som ikke skal publiseres, kan ikke ligge i public_folder.",
        ),
        ("[shift]", "nøkkelen «shift» er ukjent."),
    ],
)
def test_a_wrong_value_is_named_with_what_it_should_be(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigFault) as refused:
        read_config(path)

    assert refused.value.sentence(Language("nb").text).endswith(said)
