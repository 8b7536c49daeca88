"""The config file, and the example that explains it."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from bot.config.config import Config, ConfigFault, language_of, read_config
from bot.config.desk import DeskSection
from bot.config.mail import MailSection
from reports.words.language import Language

EXAMPLE = Path(__file__).parents[3] / "config.example.toml"
MAIL = {"host": "smtp.example.org", "sender": "vaktlogg@example.org", "to": ["leader@example.org"]}


def _keys(model: dict[str, object], above: str = "") -> set[str]:
    keys: set[str] = set()
    for key, value in model.items():
        keys |= _keys(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
    return keys


def _with_comments_opened(text: str) -> str:
    return re.sub(r"^# (\w+ = |\[)", r"\1", text, flags=re.MULTILINE)


def test_the_example_loads_and_says_the_defaults() -> None:
    config = read_config(EXAMPLE)

    assert config.model_dump(exclude={"database"}) == Config().model_dump(exclude={"database"})
    assert config.database.path == EXAMPLE.parent / "vaktlogg.db"


def test_the_example_holds_every_key_once() -> None:
    opened = tomllib.loads(_with_comments_opened(EXAMPLE.read_text(encoding="utf-8")))

    every = Config(desk=DeskSection(), mail=MailSection.model_validate(MAIL))
    assert _keys(opened) == _keys(every.model_dump())


def test_every_key_of_the_example_has_its_line_of_why() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()

    for before, line in pairwise(lines):
        if re.match(r"(# )?\w+ = ", line):
            assert re.match(r"# [A-Z].*\.$", before), line


def test_a_config_that_is_printed_does_not_hold_its_token() -> None:
    config = Config.model_validate({"telegram": {"token": "1:secret"}})

    assert config.token({}) == "1:secret"
    assert "secret" not in f"{config!r} {config}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a = " + "[" * 10_000, "tabellene eller listene ligger for dypt i hverandre."),
        (".".join("a" * 10_000) + " = 1", "tabellene eller listene ligger for dypt i hverandre."),
        ("#" * 1_000_001, "den er større enn en megabyte."),
        ('"\\u001b[2J" = 1', "nøkkelen «\\u{1b}[2J» er ukjent."),
    ],
    ids=["lists", "a dotted key", "large", "a key that would clear the screen"],
)
def test_a_hostile_file_is_told_of_in_a_sentence(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigFault) as refused:
        read_config(path)

    assert refused.value.sentence(Language("nb").text).endswith(said)
    assert language_of(path) == "nb"


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
        ("[stays]\nbeds = 0", "«stays beds» har en gal verdi: det skal være 1 eller mer."),
        ("[privacy]\ncoarsen_days = 1", "«privacy coarsen_days» har en gal verdi: det skal være 2 eller mer."),
        (
            "[privacy]\ncoarsen_days = 32",
            "«privacy coarsen_days» har en gal verdi: det skal være 31 eller mindre.",
        ),
        ("[privacy]\nclear_hours = 0", "«privacy clear_hours» har en gal verdi: det skal være 1 eller mer."),
        ("[privacy]\nclear_hours = 49", "«privacy clear_hours» har en gal verdi: det skal være 48 eller mindre."),
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
