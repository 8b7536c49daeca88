"""The forms the tests use: the telephone log, and one with every turn the grammar has."""

from pathlib import Path
from typing import TypeVar, cast

from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.words import FormPart

TEST_FORMS = Path(__file__).parent / "forms"

CALL = read_form(OWN_FORMS / "call.toml")
VISITS = read_form(TEST_FORMS / "visits.toml")
FORMS = {form.key: form for form in (CALL, VISITS)}

P = TypeVar("P", bound=FormPart)


def changed(part: P, **parts: object) -> P:
    """Return a form, or a part of one, with other parts; nothing worked out of the old ones is carried over."""
    own = {name: getattr(part, name) for name in type(part).model_fields}
    return cast("P", type(part).model_construct(**{**own, **parts}))
