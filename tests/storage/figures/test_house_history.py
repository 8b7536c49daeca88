"""Heads and nights of a house, typed in from reports of earlier years."""

from pathlib import Path

import pytest

from storage.figures.history import HEADS, NIGHTS, PrintedFigure, Typed
from storage.figures.history_file import read_figures, template
from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL

STAY = read_form(OWN_FORMS / "stay.toml")
HEAD = "period;question;option;count;share;base\n"


def _read(folder: Path, form: Form, *lines: str) -> Typed:
    file = folder / "2015.csv"
    file.write_text("\n".join((HEAD.strip(), *lines)), encoding="utf-8")
    return read_figures(file, form)


def test_heads_and_nights_of_a_house_are_typed_in_by_person(tmp_path: Path) -> None:
    assert _read(tmp_path, STAY, "2015;heads;woman;59;;", "2015-07;nights;man;31;;", "2015;heads;other;;;") == {
        "2015": {(HEADS, "woman"): PrintedFigure(59)},
        "2015-07": {(NIGHTS, "man"): PrintedFigure(31)},
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "2015;heads;child;39;;",
            "line 2: “child” is none of the persons in the house: woman, man, other, unknown",
        ),
        ("2015;nights;woman;;7 %;", "line 2: heads and nights are counts, without a share or a base"),
        ("2015;heads;woman;5;;9", "line 2: heads and nights are counts, without a share or a base"),
    ],
)
def test_what_is_no_count_of_somebody_in_the_house_is_refused(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(FileRefused) as raised:
        _read(tmp_path, STAY, row)

    assert str(raised.value).endswith(said)


def test_a_form_without_a_house_has_no_heads(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        _read(tmp_path, CALL, "2015;heads;woman;59;;")


def test_the_template_has_a_row_for_each_person_s_heads_and_nights() -> None:
    rows = [line.replace(";", ",").split(",")[1:3] for line in template(STAY, "2015").splitlines()]

    assert rows[1:6] == [["", ""], *([HEADS, person] for person in ("woman", "man", "other", "unknown"))]
    assert rows[6] == [NIGHTS, "woman"]
