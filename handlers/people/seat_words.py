"""What is said of a seat: its name, its role, and when it was used."""

from collections.abc import Mapping
from datetime import date

from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Role, Seat

ROLES: Mapping[Role, str] = {
    "staff": N_("Staff"),
    "leader": N_("Leader"),
    "administrator": N_("Administrator"),
}
NAMES: Mapping[str, str] = {
    "duty_phone": N_("Duty telephone"),
    "duty_phone_2": N_("Duty telephone 2"),
    "duty_room": N_("Duty room"),
    "night": N_("Night duty"),
    "temp": N_("Temp"),
    "day_staff": N_("Day staff"),
    "leadership": N_("Leadership"),
    "deputy": N_("Deputy"),
    "office": N_("Office"),
    "it": N_("IT"),
    "none": N_("No name"),
}
"""The names that a seat can be given: what the place is, never who. They are kept by their keys."""


def name_of(seat: Seat, language: Language) -> str:
    """Return the seat's name, or its role where it has none."""
    named = NAMES.get(seat.name) if seat.name != "none" else None
    return language.text(named or ROLES[seat.role])


def seat_line(seat: Seat, states: list[str], called: str, language: Language) -> str:
    """Return a line about a seat: number, name, role, what else there is to say, and what its holder is called."""
    name, role = name_of(seat, language), language.text(ROLES[seat.role])
    facts = [str(seat.number), name, *([role.lower()] if role != name else []), *states]
    return " · ".join([*facts, *([called_there(called, language)] if called else [])])


def called_there(called: str, language: Language) -> str:
    """Say that this is what the holder calls themselves, which is nobody's promise."""
    return language.text("calls themselves “{name}”", name=called)


def used_on(day: date, today: date, language: Language) -> str:
    """Say on which day a seat or a browser was last used."""
    if day == today:
        return language.text("used today")
    return language.text("last used {day}", day=language.day(day))


def tried(times: int, language: Language) -> str:
    """Say how often people without access have tried to come in today, in whichever way."""
    return language.plural(
        "Today {n} attempt was made by people without access.",
        "Today {n} attempts were made by people without access.",
        times,
    )
