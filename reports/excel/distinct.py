"""Names that differ from each other, as tabs and headings of tables must."""

from collections.abc import Iterable


def distinct(wanted: Iterable[str], longest: int) -> list[str]:
    """Return the names, each of at most so many characters and not empty, equal ones with a number after them."""
    names, taken = list[str](), set[str]()
    for name in wanted:
        number, unique = 1, name[:longest].rstrip() or "–"
        while unique.casefold() in taken:
            number += 1
            end = f" {number}"
            unique = (name[: longest - len(end)].rstrip() or "–") + end
        names.append(unique)
        taken.add(unique.casefold())
    return names
