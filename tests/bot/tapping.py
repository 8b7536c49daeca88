"""Hands on a phone: one tap after the other on a message, each waited for."""

from bot.demo.telegram.person import Person, Shown
from reports.words.language import LOCALES, Language

EARLIER = "Tidligere samtale"
OPENINGS = frozenset(Language(code).text("One moment …") for code in LOCALES)
"""What a new message says before it shows a call."""


def labels(shown: Shown) -> list[str]:
    """Return every label of a message."""
    return [label for row in shown.buttons for label in row]


def seen(person: Person, message: int) -> Shown:
    """Return a message as it stands."""
    return next(shown for shown in person.messages if shown.id == message)


def newest(person: Person) -> int:
    """Return the id of the newest message, 0 where there is none."""
    return max((shown.id for shown in person.messages), default=0)


def carried(person: Person, message: int, label: str) -> str:
    """Return what a button carries."""
    rows = person.chat.messages[message].buttons
    return next(button.data or "" for row in rows for button in row if button.text == label)


async def tap(person: Person, message: int, *pressed: str) -> Shown:
    """Tap one button of a message after the other; return it as it stands when all of them are handled."""
    for label in pressed:
        before = seen(person, message)
        person.tap_data(message, carried(person, message, label))
        await person.wait_for(
            lambda m, before=before: m.id == message and (m.text, m.buttons) != (before.text, before.buttons)  # type: ignore[misc]
        )
    await person.answered()
    return seen(person, message)


async def answer_to(person: Person, command: str, sought: str) -> Shown:
    """Write a command and return the new message whose buttons or text answer it."""
    await person.answered()
    before = newest(person)
    person.send(command)
    return await person.wait_for(
        lambda m: m.id > before and m.from_bot and (sought in labels(m) or sought in m.text)
    )


async def opened(person: Person, message: int, label: str) -> Shown:
    """Tap a button that brings a new message, and return that."""
    await person.answered()
    before = newest(person)
    person.tap_data(message, carried(person, message, label))
    return await person.wait_for(lambda m: m.id > before and m.text not in OPENINGS)


async def fresh(person: Person) -> Shown:
    """Ask for a first screen; once it stands, everything tapped before is handled."""
    return await answer_to(person, "/log", "Ny samtale\n")


async def call(person: Person, *answers: str) -> Shown:
    """Register a call and return its receipt, once the next first screen stands below."""
    form = await fresh(person)
    receipt = await tap(person, form.id, *(answers or ("Politi", "Vold", "Nei")))
    await person.wait_for(lambda m: m.id > form.id and m.text.startswith("Klar for neste samtale"))
    return receipt


async def last(person: Person, number: int = 1) -> Shown:
    """Find a call on the first page of /last and return its receipt."""
    page = await answer_to(person, "/last", "De siste samtalene")
    return await opened(person, page.id, str(number))
