"""Numbers of records, in the form's own noun, and what they are called."""

from reports.words.language import Language, upper_first
from storage.forms.form import Form


def counted(form: Form, n: int, language: Language) -> str:
    """Say `75 samtaler`, or `75 registreringer` where the form has no noun."""
    return language.counted(form.counted, n) if form.counted else language.plural("{n} record", "{n} records", n)


def records_name(form: Form, language: Language) -> str:
    """Name what is counted: `Samtaler ut`, or the form's title where it has no noun for its records."""
    named = form.counted.many if form.counted else form.title
    return upper_first(named.in_language(language.code))
