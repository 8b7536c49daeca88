"""Reading form files; one sentence with file, place and reason says what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from storage.fault import N_, Fault, why, wrong_value
from storage.forms.button_labels import long_labels
from storage.forms.form import Form
from storage.forms.rules import contradictions
from storage.quoting import escaped
from storage.toml_file import UnusableToml, read_toml

OWN_FORMS = Path(__file__).parent


class FormFault(Fault):
    """A form file cannot be used."""


def read_form(path: Path) -> Form:
    """Read one form file; raise `FormFault` naming file, place and reason."""
    try:
        content = read_toml(path)
        form = Form.model_validate(content)
    except OSError as fault:
        raise _fault(path, N_("the file"), why(fault)) from fault
    except UnusableToml as fault:
        raise _fault(path, N_("the file"), fault) from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        raise _fault(path, _place(first["loc"], content), wrong_value(first)) from None
    for place, contradiction in contradictions(form):
        raise _fault(path, place, Fault(contradiction))
    for place, reason in long_labels(form):
        raise _fault(path, place, reason)
    return form


def read_forms(folder: Path | None, enabled: Sequence[str]) -> dict[str, Form]:
    """Read the built-in forms and the centre's own in ``folder`` (same key replaces); keep the enabled ones.

    Raises `FormFault` for a wrong file, and for an enabled key that no file has.
    """
    # Ours are named by their keys, and reading all of them would take longer than anything else at start.
    files = [path for key in dict.fromkeys(enabled) if (path := OWN_FORMS / f"{key}.toml").is_file()]
    if folder is not None:
        if not folder.is_dir():
            raise FormFault(N_("The forms folder {folder} does not exist."), folder=folder)
        files += sorted(folder.glob("*.toml"))
    forms = {form.key: form for form in map(read_form, files)}
    for key in enabled:
        if key not in forms:
            raise FormFault(N_("No form file has the key “{key}” named in [forms] enabled."), key=key)
    chosen = {key: forms[key] for key in enabled}
    _refuse_shared_views(chosen.values())
    return chosen


def _refuse_shared_views(forms: Iterable[Form]) -> None:
    views: dict[str, str] = {}
    for form in forms:
        if (one := views.setdefault(form.view, form.key)) != form.key:
            words = N_("The forms “{one}” and “{other}” both name their view “{view}”.")
            raise FormFault(words, one=one, other=form.key, view=form.view)


def _fault(path: Path, place: str, reason: Fault) -> FormFault:
    return FormFault(N_("{file}: {place}: {reason}."), file=path.name, place=Fault(escaped(place)), reason=reason)


def _place(location: tuple[int | str, ...], content: Mapping[str, object]) -> str:
    """Name a question by its key where it has one, and everything else by its path in the file."""
    words: list[str] = []
    here: Any = content
    for step in location:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):  # it is missing
            here = None
        key = here.get("key") if isinstance(here, dict) else None
        words.append(f"“{key}”" if isinstance(key, str) else str(step + 1 if isinstance(step, int) else step))
    return " ".join(words) or "the file"
