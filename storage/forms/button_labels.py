"""How long a button's label may be: a whole row of a telephone's width shows no more."""

from collections.abc import Iterator

from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.made_screens import ONE_IN_A_ROW
from storage.forms.words import Words


def long_labels(form: Form) -> Iterator[tuple[str, Fault]]:
    """Yield (place, reason) for every label of a button that would be cut on a telephone."""
    for place, label in _labels(form):
        for text in label.texts:
            if len(text) > ONE_IN_A_ROW:
                words = N_("“{label}…” has {count} characters, and a button shows {most} of them")
                yield place, Fault(words, label=text[:ONE_IN_A_ROW], count=len(text), most=ONE_IN_A_ROW)


def _labels(form: Form) -> Iterator[tuple[str, Words]]:
    """Yield each text of a form that stands on a button, wherever the chat offers one."""
    yield "title", form.title
    if form.new:
        yield "new", form.new
    # Questions are chosen for cross tables by their headings.
    for question in form.crossable:
        yield f"question “{question.key}”", question.heading
    for screen in form.screens:
        own = screen in form.own_screens
        place = f"screen {form.own_screens.index(screen) + 1}" if own else f"question “{min(screen.questions)}”"
        yield place, form.name_of(screen)
        for button in screen.flat:
            yield place, button.label
