"""The pictures of the guides, drawn from what is in use: the form, the receipt, the question at the handover."""

from collections.abc import Iterator
from datetime import date

from reports.papers.guide import (
    CardPicture,
    CodePicture,
    FormPicture,
    PagesPicture,
    PictureChoice,
    PicturePlace,
    PictureScreen,
    PlacesPicture,
)
from reports.words.choice_keys import key_of
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.screen import AnswerButton, Screen

FEW = 6
"""Numbers of calls that have a button of their own."""
PAGES = (N_("Register"), N_("Figures"), N_("Reports"))
PLACES = (
    (N_("The machine"), N_("all that is kept")),
    (N_("Backups elsewhere"), N_("encrypted, every night")),
    (N_("The safe"), N_("the sheet with the key")),
)


def form_picture(form: Form, language: Language, day: date, *, keys: bool) -> FormPicture:
    """Return the screens that a form asks, with the choices in use on a day and their keys."""
    screens = tuple(
        PictureScreen(
            name=form.name_of(screen).in_language(language.code),
            choices=tuple(_choices(form, screen, language, day, keys=keys)),
        )
        for screen in form.screens
        if not form.is_later(screen)
    )
    told = "; ".join(f"{screen.name}: {', '.join(map(_spoken, screen.choices))}" for screen in screens)
    return FormPicture(alternative=language.text("The form. {screens}.", screens=told), screens=screens)


def _choices(form: Form, screen: Screen, language: Language, day: date, *, keys: bool) -> Iterator[PictureChoice]:
    for place, button in enumerate(screen.flat):
        if all(form.by_key[key].option(option).in_use(day) for key, option in button.set.items()):
            key = key_of(place) if keys else ""
            stands_out = any(button.set.get(asked) == option for asked, option in form.highlight.items())
            yield PictureChoice(key=key, label=button.label.in_language(language.code), stands_out=stands_out)


def _spoken(choice: PictureChoice) -> str:
    return f"{choice.key} {choice.label}".strip()


def receipt_picture(form: Form, language: Language) -> CardPicture:
    """Return the receipt of an invented call, with what can be done about it."""
    text = language.text
    first = [_first(screen) for screen in form.screens if not form.is_later(screen)]
    answers = " · ".join(button.label.in_language(language.code) for button in first if button)
    buttons = ((text("Undo"), text("Change"), text("Time")), (text("One more like this"),))
    return _card((text("Saved · no. {number} today", number=language.number(3)), answers), buttons)


def _first(screen: Screen) -> AnswerButton | None:
    return next((button for button in screen.flat if button.outcome is None), None)


def handover_picture(language: Language) -> CardPicture:
    """Return the question at the handover, with its answers."""
    text, number = language.text, language.number
    buttons = (
        tuple(number(n) for n in range(FEW)),
        (text("{n} or more", n=number(FEW)), text("Don’t know")),
    )
    return _card((text("How many answered calls in does the telephone show?"),), buttons)


def _card(lines: tuple[str, ...], buttons: tuple[tuple[str, ...], ...]) -> CardPicture:
    labels = ", ".join(label for row in buttons for label in row)
    return CardPicture(alternative=f"{' '.join(lines)} [{labels}]", lines=lines, buttons=buttons)


def pages_picture(language: Language) -> PagesPicture:
    """Return the names of the pages that a leader has, those of figures and reports marked."""
    names = [language.text(name) for name in PAGES]
    pages = tuple(PictureChoice(key="", label=name, stands_out=place > 0) for place, name in enumerate(names))
    said = language.text("At the top of every page stand {pages}.", pages=language.listed(names))
    return PagesPicture(alternative=said, pages=pages)


def places_picture(language: Language) -> PlacesPicture:
    """Return where records, copies and their key are kept, each in a place of its own."""
    places = tuple(PicturePlace(name=language.text(name), holds=language.text(holds)) for name, holds in PLACES)
    return PlacesPicture(alternative=". ".join(f"{place.name}: {place.holds}" for place in places), places=places)


def code_picture(rows: tuple[str, ...], language: Language) -> CodePicture:
    """Return an invitation's QR code."""
    return CodePicture(
        alternative=language.text("An invitation’s link as a picture to scan."),
        caption=language.text("Example"),
        rows=rows,
    )
