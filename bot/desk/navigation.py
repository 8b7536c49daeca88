"""The pages that each role finds at the top of every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.commands import EVERYBODY, LEADERS
from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Role

ADMINISTRATORS: Sequence[Role] = ("administrator",)
HOUSE = "/house"
PAGES = (
    ("/", N_("Register"), EVERYBODY),
    (HOUSE, N_("The house"), EVERYBODY),
    ("/figures", N_("Figures"), EVERYBODY),
    ("/reports", N_("Reports"), LEADERS),
    ("/people", N_("People"), ADMINISTRATORS),
    ("/operations", N_("Operations"), ADMINISTRATORS),
)

PLACES = frozenset({*(path for path, _, _ in PAGES), "/shift", "/me"})
"""Where a form may send the browser back to."""


@dataclass(frozen=True)
class PageLink:
    """A page's address and its name."""

    path: str
    name: str


def place_of(back: str) -> str:
    """Return a page to come back to, with what it was asked, the first one for any that is none of ours."""
    return back if back.partition("?")[0] in PLACES else "/"


def links_for(role: Role | None, language: Language, *, house: bool) -> Sequence[PageLink]:
    """Return the pages of a role, in order; with that of the ``house`` where there is one."""
    pages = [page for page in PAGES if house or page[0] != HOUSE]
    return [PageLink(path, language.text(name)) for path, name, roles in pages if role in roles]
