"""A small form file that is right until something in it is changed."""

from collections.abc import Callable

import pytest

from storage.forms.reader import FormFault

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
