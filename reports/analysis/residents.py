"""The kinds of people whose nights in the house are told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.forms.form import Form
from storage.forms.words import Label


@dataclass(frozen=True)
class Resident:
    """A kind of person in the house: an adult by an answer, or all whose register it is; ``spoken`` of several.

    Of those where the answer is not known ``unknown`` is the question.
    """

    key: str
    form: str
    label: Label
    spoken: Label
    is_adult: bool
    unknown: Label | None = None


def residents_of(forms: Sequence[Form]) -> tuple[Resident, ...]:
    """Return the kinds of persons whose nights are told apart, in the order of the forms."""
    return tuple(resident for form in forms for resident in _residents(form))


def _residents(form: Form) -> Iterator[Resident]:
    house = form.house
    is_adult = house is None or house.beside is None
    if house and house.person:
        yield Resident(house.person.key, form.key, house.person.label, house.person.spoken, is_adult)
    elif house and house.by:
        by = form.by_key[house.by]
        for option in by.options:
            unknown = by.label if option.unknown else None
            spoken = option.spoken or option.label
            yield Resident(option.key, form.key, option.label, spoken, is_adult, unknown)
