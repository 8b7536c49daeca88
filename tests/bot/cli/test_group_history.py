"""What earlier reports print of several answers together, taken in at the command line."""

from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg
from tests.storage.rows import rows

HEAD = "period,question,option,count,share,base\n"
FORMS = '[forms]\nenabled = ["stay"]\n'
KEPT = "SELECT period, question, option, count, percent, base FROM earlier_year ORDER BY period"


@pytest.fixture
def centre(new_folder: Path) -> Path:
    """Make a folder of a centre that registers stays."""
    (new_folder / "config.toml").write_text(f"{CONFIG}{FORMS}", encoding="utf-8")
    return new_folder


def _take(folder: Path, text: str) -> tuple[int, str]:
    """Take in a file, and return what is said."""
    (folder / "2015.csv").write_text(f"{HEAD}{text}\n", encoding="utf-8")
    done = vaktlogg(folder, "history", "2015.csv", "--form", "stay")
    return done.returncode, done.stdout + done.stderr


def test_a_group_is_taken_in_replaced_and_left_out_like_another_figure(centre: Path) -> None:
    code, said = _take(centre, '2014,children,(group),,"46,0 %",\n2015,children,(group),24,,60')
    assert code == 0
    assert said.startswith("2 tall fra tidligere rapporter er tatt inn.\n1 av dem er en andel uten grunnlag")
    assert rows(centre / "vaktlogg.db", KEPT) == [
        ("2014", "children", "(group)", None, "46.0", None),
        ("2015", "children", "(group)", 24, None, 60),
    ]

    _take(centre, "2014,children,(group),,,\n2015,children,(group),25,,60")

    assert rows(centre / "vaktlogg.db", KEPT) == [("2015", "children", "(group)", 25, None, 60)]


def test_the_template_can_be_filled_in_with_it(centre: Path) -> None:
    printed = vaktlogg(centre, "history", "--template", "--form", "stay").stdout

    assert ",police_report,(group),,,\n" in printed
    filled = printed.removeprefix(HEAD).replace("police_report,(group),,,", "police_report,(group),12,,")
    assert _take(centre, filled) == (0, "1 tall fra tidligere rapporter er tatt inn.\n")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2015,sex,(group),1,,", "linje 2: skjemaet har ikke noe samletall for «sex»"),
        ("2015,children,group,1,,", "linje 2: «group» er ikke et svaralternativ for «children»"),
        (
            "2015,children,(group),9,,\n2015,children,1,10,,",
            "2015: samletallet for «children» er mindre enn svarene i det til sammen.",
        ),
        (
            "2015,age,(group),,60 %,\n2015,age,a18_23,,20 %,\n2015,age,a24_29,,30 %,",
            "2015: samletallet for «age» er større enn alle svarene i det til sammen.",
        ),
        (
            "2015,children,(group),70,,\n2015,children,0,36,,60",
            "2015: samletallet for «children» er 70, mer enn grunnlaget 60.",
        ),
        ("2015,children,(group),70,,60", "linje 2: grunnlaget 60 er mindre enn antallet 70"),
        ("2015,,,60,,\n2015,children,(group),61,,", "2015: svarene på «children» er 61, flere enn summen 60."),
    ],
)
def test_what_contradicts_itself_is_refused_in_a_sentence_and_nothing_is_kept(
    centre: Path, text: str, reason: str
) -> None:
    _take(centre, "2014,children,1,5,,")

    code, said = _take(centre, text)

    assert code == 1
    assert reason in said
    assert rows(centre / "vaktlogg.db", KEPT) == [("2014", "children", "1", 5, None, None)]
