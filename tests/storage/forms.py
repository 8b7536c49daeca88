"""The forms the tests use: the telephone log, and one with every turn the grammar has."""

from pathlib import Path

from storage.form_file import OWN_FORMS, read_form

TEST_FORMS = Path(__file__).parents[1] / "forms"

CALL = read_form(OWN_FORMS / "call.toml")
VISITS = read_form(TEST_FORMS / "visits.toml")
FORMS = {form.key: form for form in (CALL, VISITS)}
