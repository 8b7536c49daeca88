"""Formats as they are typed on the command line: `docx,pdf`."""

from typing import TypeVar

from storage.fault import N_, Fault

T = TypeVar("T", bound=str)


class UnknownFormat(Fault):
    """A file was asked for in a format that there is not."""


def formats_in(typed: str, known: tuple[T, ...]) -> tuple[T, ...]:
    """Return the formats that are typed, in the order of the known ones. Raises `UnknownFormat`."""
    names = [name.strip().lower() for name in typed.split(",") if name.strip()]
    for name in names:
        if name not in known:
            words = N_("There is no format “{name}”; there is: {formats}.")
            raise UnknownFormat(words, name=name, formats=", ".join(known))
    return tuple(one for one in known if one in names)
