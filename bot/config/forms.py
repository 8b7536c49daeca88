"""The forms in use, each short enough for a button's data."""

from pathlib import Path

from bot.config.config import Config
from handlers.tap.codec import check_length
from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.reader import read_form, read_forms


class UnknownForm(Fault):
    """A form was named that is not in use."""


class NoCallForm(Fault):
    """No form is in use that is filled in at once."""


def forms_of(config: Config) -> dict[str, Form]:
    """Read the forms in use. Raises a `Fault` for one that cannot be used."""
    forms = read_forms(config.forms.folder, config.forms.enabled)
    for form in forms.values():
        check_length(form)
    return forms


def served_forms(config: Config) -> dict[str, Form]:
    """Read the forms that the chat and the desk serve. Raises `NoCallForm` as well."""
    forms = forms_of(config)
    if all(form.stays_open for form in forms.values()):
        raise NoCallForm(
            N_("Under [forms] enabled at least one form is needed whose records do not stay open, such as “call”.")
        )
    return forms


def form_named(forms: dict[str, Form], key: str) -> Form:
    """Return the form with this key. Raises `UnknownForm`."""
    if key not in forms:
        raise UnknownForm(
            N_("There is no form “{key}” in use; there is: {forms}."), key=key, forms=", ".join(forms)
        )
    return forms[key]


def check_form(path: Path) -> str:
    """Return a sentence about a usable form file. Raises a `Fault` that says why it cannot be used."""
    form = read_form(path)
    check_length(form)
    language = Language("nb")
    questions = language.plural("{n} question", "{n} questions", len(form.questions))
    screens = language.plural("{n} screen", "{n} screens", len(form.screens))
    words = N_("{file}: the form “{key}” works: {questions}, {screens}.")
    return language.text(words, file=path.name, key=form.key, questions=questions, screens=screens)
