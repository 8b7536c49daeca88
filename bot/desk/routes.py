"""Every address of the desk: what answers it, and for whom."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.navigation import ADMINISTRATORS
from bot.desk.pages.cross_tables import CrossPage
from bot.desk.pages.entry import Entry
from bot.desk.pages.figures import Figures
from bot.desk.pages.lock import Lock
from bot.desk.pages.publication import PublicationPage
from bot.desk.pages.registering import Registering
from bot.desk.pages.taps import Taps
from bot.desk.visit import Visit
from handlers.commands import EVERYBODY, LEADERS
from storage.people.seat import Role

Audience = Collection[Role] | Literal["anybody", "paired"]
"""The roles that may see a page once unlocked; browsers that were let in, locked or not; or just anybody."""

__all__ = ["ADMINISTRATORS", "EVERYBODY", "LEADERS", "DeskRoute", "routes"]


@dataclass(frozen=True)
class DeskRoute:
    """An address, what answers a visit there, and for whom it is."""

    method: Literal["GET", "POST"]
    path: str
    answer: Callable[[Visit], Awaitable[web.StreamResponse]]
    audience: Audience


def routes(desk: Desk) -> Sequence[DeskRoute]:
    """Return every route."""
    entry, lock, registering, taps = Entry(desk), Lock(desk), Registering(desk), Taps(desk)
    return (
        DeskRoute("GET", "/enter", entry.ask, "anybody"),
        DeskRoute("GET", "/enter/{code}", entry.show, "anybody"),
        DeskRoute("POST", "/enter", entry.enter, "anybody"),
        DeskRoute("GET", "/unlock", lock.show, "paired"),
        DeskRoute("POST", "/unlock", lock.unlock, "paired"),
        DeskRoute("POST", "/lock", lock.lock, "paired"),
        DeskRoute("GET", "/", registering.show, EVERYBODY),
        DeskRoute("POST", "/register", registering.save, EVERYBODY),
        DeskRoute("POST", "/tap", taps.tap, EVERYBODY),
        DeskRoute("POST", "/close", taps.close, EVERYBODY),
        *_figures(desk),
    )


def _figures(desk: Desk) -> Sequence[DeskRoute]:
    figures, publication = Figures(desk), PublicationPage(desk)
    return (
        DeskRoute("GET", "/figures", figures.show, EVERYBODY),
        DeskRoute("GET", "/figures/picture.svg", figures.picture, EVERYBODY),
        DeskRoute("GET", "/figures/cross", CrossPage(desk).show, EVERYBODY),
        DeskRoute("GET", "/figures/file/{kind}", figures.download, LEADERS),
        DeskRoute("GET", "/figures/publication", publication.show, LEADERS),
        DeskRoute("POST", "/figures/publication", publication.ask, LEADERS),
        DeskRoute("POST", "/figures/publish", publication.publish, LEADERS),
        DeskRoute("GET", "/figures/published/{name}", publication.download, LEADERS),
    )
