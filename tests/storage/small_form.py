"""A small form file that is right until something in it is changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.forms.reader import FormFault, read_form

SMALL = """\
key = "visit"
title = { nb = "Besøk" }
view = "visits"
highlight = { urgent = "yes" }

[[question]]
key = "who"
label = { nb = "Hvem" }
kind = "one"
options = [ { key = "woman", label = { nb = "Kvinne" } }, { key = "man", label = { nb = "Mann" } } ]

[[question]]
key = "urgent"
label = { nb = "Haster" }
kind = "one"
when = { who = ["woman"] }
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]

[[question]]
key = "needs"
label = { nb = "Behov" }
kind = "several"
options = [ { key = "bed", label = { nb = "Seng" } }, { key = "talk", label = { nb = "Prat" } } ]

[[screen]]
ask = { nb = "Hvem?" }
buttons = [ [
  { label = { nb = "Haster" }, set = { who = "woman", urgent = "yes" } },
  { label = { nb = "Mann" }, set = { who = "man" } },
] ]
"""


def fault_of(read: Callable[[], object]) -> str:
    """Return why a form cannot be read."""
    with pytest.raises(FormFault) as raised:
        read()
    return str(raised.value)


def assert_refused(file: Path, right: str, wrong: str, said: str) -> None:
    """Put something wrong in the place of what is right, and expect one sentence with file, place and reason."""
    assert SMALL.count(right) >= 1
    file.write_text(SMALL.replace(right, wrong, 1), encoding="utf-8")

    sentence = fault_of(lambda: read_form(file))

    assert sentence.startswith("visit.toml: ")
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
