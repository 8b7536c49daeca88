"""Every address of the desk: what answers it, and for whom."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from bot.desk.annual import AnnualPage
from bot.desk.annual_publication import AnnualToPublish
from bot.desk.desk import Desk
from bot.desk.figures.cross_tables import CrossPage
from bot.desk.figures.figures import FiguresPage
from bot.desk.figures.publication import FiguresToPublish
from bot.desk.house.arrivals import ArrivalPage
from bot.desk.house.house import HousePage
from bot.desk.house.stays import StayPage
from bot.desk.importing.file_imports import FileImports
from bot.desk.importing.imports import ImportPage
from bot.desk.navigation import ADMINISTRATORS
from bot.desk.operations.operations import OperationsPage
from bot.desk.people.people import PeoplePage
from bot.desk.publication import PublicationPage
from bot.desk.registering.live import Live
from bot.desk.registering.registering import RegisteringPage
from bot.desk.registering.shift import ShiftPage
from bot.desk.registering.taps import Taps
from bot.desk.reports import ReportsPage
from bot.desk.signing_in import waiting
from bot.desk.signing_in.entry import EntryPage
from bot.desk.signing_in.lock import LockPage
from bot.desk.signing_in.me import MePage
from bot.desk.signing_in.passkey_pages import PasskeyPages
from bot.desk.signing_in.passkeys import Challenges
from bot.desk.visit import Visit
from handlers.commands import EVERYBODY, LEADERS
from handlers.strangers import WrongCodes
from storage.people.seat import Role

Audience = Collection[Role] | Literal["anybody", "paired"]
"""The roles that may see a page once unlocked; browsers that were let in, locked or not; or just anybody."""

__all__ = ["ADMINISTRATORS", "EVERYBODY", "LEADERS", "DeskRoute", "routes"]


@dataclass(frozen=True)
class DeskRoute:
    """An address, what answers a visit there, and for whom it is.

    What is asked for in the ``background`` does not tell that anybody is there.
    """

    method: Literal["GET", "POST"]
    path: str
    answer: Callable[[Visit], Awaitable[web.StreamResponse]]
    audience: Audience
    background: bool = False


def routes(desk: Desk, imports: FileImports) -> Sequence[DeskRoute]:
    """Return every route."""
    return (
        *_signing_in(desk),
        *_registering(desk),
        *_house(desk),
        *_figures(desk),
        *_reports(desk),
        *_people(desk),
        *_operations(desk, imports),
    )


def _signing_in(desk: Desk) -> Sequence[DeskRoute]:
    """Return what lets browsers in, locks and unlocks them, and the seat's own page."""
    entry, lock, me = EntryPage(desk, WrongCodes(desk.cases.clock)), LockPage(desk), MePage(desk)
    passkeys = PasskeyPages(desk, Challenges(desk.visitors.moment))
    return (
        DeskRoute("GET", "/enter", entry.ask, "anybody"),
        DeskRoute("GET", "/enter/{code}", entry.show, "anybody"),
        DeskRoute("POST", "/enter", entry.enter, "anybody"),
        DeskRoute("GET", waiting.PAGE, waiting.wait, "paired", background=True),
        DeskRoute("GET", "/unlock", lock.show, "paired"),
        DeskRoute("POST", "/unlock", lock.unlock, "paired"),
        DeskRoute("POST", "/unlock/passkey/ask", passkeys.ask_to_unlock, "paired"),
        DeskRoute("POST", "/unlock/passkey", passkeys.unlock, "paired"),
        DeskRoute("POST", "/code", lock.choose, "paired"),
        DeskRoute("POST", "/lock", lock.lock, "paired"),
        DeskRoute("POST", "/active", lock.active, EVERYBODY),
        DeskRoute("GET", "/me", me.show, EVERYBODY),
        DeskRoute("POST", "/me/browser", me.invite, EVERYBODY),
        DeskRoute("POST", "/me/remove", me.remove, EVERYBODY),
        DeskRoute("POST", "/me/code", me.change_code, EVERYBODY),
        DeskRoute("POST", "/me/passkey/ask", passkeys.ask_to_add, EVERYBODY),
        DeskRoute("POST", "/me/passkey", passkeys.add, EVERYBODY),
        DeskRoute("POST", "/me/passkey/remove", passkeys.remove, EVERYBODY),
    )


def _registering(desk: Desk) -> Sequence[DeskRoute]:
    """Return the form, the calls of this shift beside it, and the taps that use cases ask for."""
    registering, taps, shift, live = RegisteringPage(desk), Taps(desk), ShiftPage(desk), Live(desk)
    return (
        DeskRoute("GET", "/", registering.show, EVERYBODY),
        DeskRoute("POST", "/register", registering.save, EVERYBODY),
        DeskRoute("POST", "/keys", registering.switch_keys, EVERYBODY),
        DeskRoute("POST", "/tap", taps.tap, EVERYBODY),
        DeskRoute("POST", "/close", taps.close, EVERYBODY),
        DeskRoute("POST", "/time", taps.move, EVERYBODY),
        DeskRoute("POST", "/compare", shift.compare, EVERYBODY),
        DeskRoute("GET", "/shift", shift.show, EVERYBODY, background=True),
        DeskRoute("GET", "/live", live.tell, EVERYBODY, background=True),
    )


def _house(desk: Desk) -> Sequence[DeskRoute]:
    """Return who is in the house, and what is registered of each stay."""
    house, arrivals, stays = HousePage(desk), ArrivalPage(desk), StayPage(desk)
    return (
        DeskRoute("GET", "/house", house.show, EVERYBODY),
        DeskRoute("GET", "/house/new", arrivals.show, EVERYBODY),
        DeskRoute("POST", "/house/new", arrivals.save, EVERYBODY),
        DeskRoute("GET", "/house/{source}", stays.show, EVERYBODY),
        DeskRoute("POST", "/house/{source}", stays.save, EVERYBODY),
        DeskRoute("POST", "/house/{source}/decline", stays.decline, EVERYBODY),
        DeskRoute("POST", "/house/{source}/accept", stays.accept, EVERYBODY),
        DeskRoute("POST", "/house/{source}/take-back", stays.take_back, EVERYBODY),
    )


def _reports(desk: Desk) -> Sequence[DeskRoute]:
    """Return the reports: those delivered, those due, those on request."""
    annual, publication = AnnualPage(desk), PublicationPage(desk, "/reports", AnnualToPublish(desk))
    reports = ReportsPage(desk, annual)
    return (
        DeskRoute("GET", "/reports", reports.show, LEADERS),
        DeskRoute("GET", "/reports/annual", annual.file, LEADERS),
        DeskRoute("GET", "/reports/publication", publication.show, LEADERS),
        DeskRoute("POST", "/reports/publication", publication.ask, LEADERS),
        DeskRoute("POST", "/reports/publish", publication.publish, LEADERS),
        DeskRoute("GET", "/reports/published/{name}", publication.download, LEADERS),
        DeskRoute("GET", "/reports/{number}", reports.open, LEADERS),
        DeskRoute("POST", "/reports/ask", reports.ask, LEADERS),
        DeskRoute("POST", "/reports/deliver", reports.deliver, ADMINISTRATORS),
        DeskRoute("POST", "/reports/again", reports.try_again, ADMINISTRATORS),
    )


def _people(desk: Desk) -> Sequence[DeskRoute]:
    """Return what an administrator does about people, and the places that get reports."""
    people = PeoplePage(desk)
    return (
        DeskRoute("GET", "/people", people.show, ADMINISTRATORS),
        DeskRoute("GET", "/people/waiting", people.waiting, ADMINISTRATORS, background=True),
        DeskRoute("POST", "/people/tap", people.tap, ADMINISTRATORS),
        DeskRoute("POST", "/people/seat", people.change_seat, ADMINISTRATORS),
        DeskRoute("POST", "/people/place", people.change_place, ADMINISTRATORS),
        DeskRoute("POST", "/people/bind", people.bind, ADMINISTRATORS),
    )


def _operations(desk: Desk, imports: FileImports) -> Sequence[DeskRoute]:
    """Return the pages about the program's own running."""
    operations, importing = OperationsPage(desk, desk.cases.clock()), ImportPage(desk, imports)
    return (
        DeskRoute("GET", "/operations", operations.show, ADMINISTRATORS),
        DeskRoute("POST", "/operations/check", operations.check, ADMINISTRATORS),
        DeskRoute("POST", "/operations/copy", operations.copy, ADMINISTRATORS),
        DeskRoute("GET", "/operations/audit", operations.audit, ADMINISTRATORS),
        DeskRoute("GET", "/operations/settings", operations.settings, ADMINISTRATORS),
        DeskRoute("GET", "/operations/import", importing.show, ADMINISTRATORS),
        DeskRoute("POST", "/operations/import/file", importing.send, ADMINISTRATORS),
        DeskRoute("POST", "/operations/import/list", importing.send_list, ADMINISTRATORS),
        DeskRoute("POST", "/operations/import/keep", importing.keep, ADMINISTRATORS),
        DeskRoute("POST", "/operations/import/drop", importing.drop, ADMINISTRATORS),
        DeskRoute("POST", "/operations/import/undo", importing.undo, ADMINISTRATORS),
    )


def _figures(desk: Desk) -> Sequence[DeskRoute]:
    """Return the figures of a period, their files, and what is published of them."""
    figures, publication = FiguresPage(desk), PublicationPage(desk, "/figures", FiguresToPublish(desk))
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
