"""Forms to count and draw: the telephone log, and one with every turn the grammar has."""

from pathlib import Path

from storage.forms.form import Form
from storage.forms.question import Question
from storage.forms.reader import OWN_FORMS, read_form
from tests.example_forms import changed

STAY = """
key = "stay"
title = { nb = "Opphold" }
view = "stays"
highlight = { violence = "threats" }

[[question]]
key = "who"
label = { nb = "Hvem" }
kind = "one"
options = [
  { key = "adult", label = { nb = "Voksen" } },
  { key = "child", label = { nb = "Barn" } },
  { key = "pet", label = { nb = "Kjæledyr" }, until = 2015-12-31 },
  { key = "unknown", label = { nb = "Ikke kjent" }, unknown = true },
]

[[question]]
key = "violence"
label = { nb = "Type vold" }
kind = "several"
options = [
  { key = "physical", label = { nb = "Fysisk" } },
  { key = "mental", label = { nb = "Psykisk" } },
  { key = "threats", label = { nb = "Trusler" } },
  { key = "unknown", label = { nb = "Ikke kjent" }, unknown = true },
]

[[question]]
key = "school"
label = { nb = "Skole" }
kind = "one"
when = { who = ["child"] }
base = "all"
options = [ { key = "same", label = { nb = "Samme skole" } }, { key = "new", label = { nb = "Ny skole" } } ]
"""


def call_form() -> Form:
    """Read the form that every centre starts with."""
    return read_form(OWN_FORMS / "call.toml")


def with_questions(form: Form, *others: Question) -> Form:
    """Return the form with these questions in the place of those with their keys."""
    by_key = {question.key: question for question in others}
    return changed(form, entries=tuple(by_key.get(q.key, q) for q in form.questions))


def stay_form(folder: Path) -> Form:
    """Write and read a form with a `several`, a `when`, and a retired option."""
    file = folder / "stay.toml"
    file.write_text(STAY, encoding="utf-8")
    return read_form(file)
