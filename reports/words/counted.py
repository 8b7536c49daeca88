"""Numbers of records, in the form's own noun."""

from reports.words.language import Language
from storage.forms.form import Form


def counted(form: Form, n: int, language: Language) -> str:
    """Say `75 samtaler`, or `75 registreringer` where the form has no noun."""
    return language.counted(form.counted, n) if form.counted else language.plural("{n} record", "{n} records", n)
