"""Whose nights in the house the records of a form are."""

from storage.forms.question import Key
from storage.forms.words import FormPart, Label


class Person(FormPart):
    """What everybody whose records these are is called in the house."""

    key: Key
    label: Label
    spoken: Label


class House(FormPart):
    """Whose nights in the house the records are.

    They are told apart ``by`` a question, or are all of one ``person``. ``beside`` names the form whose open
    records these belong to, as a child to an adult. ``first`` names the question whether a stay is the person's
    first of the year.
    """

    by: Key | None = None
    person: Person | None = None
    beside: Key | None = None
    first: Key | None = None
