"""The desk as an aiohttp application: its addresses, its templates, its guard."""

import logging
from collections.abc import Callable, Collection
from http import HTTPStatus
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.desk.cookies import DEVICE, SECURE, SESSION, cookie
from bot.desk.desk import Desk
from bot.desk.filters import FILTERS, is_several
from bot.desk.guard import Handler, guard, protect
from bot.desk.importing.file_imports import FileImports
from bot.desk.opening import UNSAVED, veil_before
from bot.desk.routes import DeskRoute, routes
from bot.desk.signing_in.waiting import waiting
from bot.desk.static_files import static_files
from bot.desk.visit import Visit
from bot.desk.wording import at_desk
from storage.database.faults import DatabaseFault
from storage.fault import Fault, NotAllowed

LOG = logging.getLogger(__name__)
LARGEST_FORM = 64 * 1024
TEMPLATES = Path(__file__).with_name("templates")


def application(
    desk: Desk,
    addresses: Callable[[], Collection[str]],
    counted: Middleware,
    compiled: jinja2.BytecodeCache | None = None,
) -> web.Application:
    """Return the desk, to be served at these addresses; every request passes ``counted`` first.

    Templates that are ``compiled`` need not be compiled anew.
    """
    app = web.Application(
        middlewares=[counted, guard(desk.section, addresses, desk.language), _failures(desk)],
        client_max_size=LARGEST_FORM,
    )
    app[SECURE] = desk.section.url.startswith("https://")
    app.on_response_prepare.append(protect)
    app.on_shutdown.append(lambda _app: _lock_idle(desk))
    app.cleanup_ctx.append(desk.changes.watched)
    environment = aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=at_desk(desk.language),
        bytecode_cache=compiled,
    )
    language, files = desk.language, static_files()
    environment.globals.update(text=language.text, plural=language.plural, language=language, static=files.address)
    environment.filters.update(FILTERS)
    environment.tests.update(several=is_several)
    imports = FileImports(desk)
    app.on_cleanup.append(imports.close)
    for route in routes(desk, imports):
        app.router.add_route(route.method, route.path, _answering(desk, route))
    app.router.add_get("/static/{digest}/{name}", files.answer)
    app.router.add_get("/manifest.webmanifest", files.manifest)
    return app


async def _lock_idle(desk: Desk) -> None:
    """Lock what is idle; where that cannot be kept, the desk is closed all the same."""
    try:
        await desk.visitors.lock_idle()
    except DatabaseFault as fault:
        LOG.error("Idle browsers could not be locked: %s", fault)  # noqa: TRY400 - the sentence says it


def _answering(desk: Desk, route: DeskRoute) -> Handler:
    """Return what answers a route, for those alone who may see it."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if _came_from_elsewhere(request):
            path = {"path": request.rel_url.raw_path_qs}
            return aiohttp_jinja2.render_template("again.html", request, path)
        visitor = desk.visitors.find(cookie(request, DEVICE), cookie(request, SESSION))
        visit = Visit(request, desk, visitor)
        if route.audience == "anybody":
            return await route.answer(visit)
        if visitor is None:
            raise _stranger(desk, visit)
        if route.audience == "paired":
            return await route.answer(visit)
        if visitor.role is None and not visit.by_script:
            return await waiting(visit)
        if visitor.locked or visitor.role is None:
            await desk.visitors.lock(visitor.device)
            raise _locked(desk, visit)
        if visitor.role not in route.audience:
            raise web.HTTPForbidden(text=desk.language.text("This page is not for your role."))
        if request.method == "POST" or not (route.background or visit.by_script):
            desk.visitors.act(visitor)
        return await route.answer(visit)

    return answer


def _came_from_elsewhere(request: web.Request) -> bool:
    """Tell whether a link on another site leads here: browsers leave out the cookies that they may have."""
    follows = request.method == "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site"
    return follows and not cookie(request, DEVICE)


def _stranger(desk: Desk, visit: Visit) -> web.HTTPException:
    """Return what answers a browser that nobody has let in."""
    if visit.by_script:
        return web.HTTPUnauthorized(text=desk.language.text("Nobody has let this browser in."))
    if visit.request.method == "POST":
        return web.HTTPForbidden(text=desk.language.text("This browser is not let in any more. Nothing is saved."))
    desk.cases.people.strangers.knocked()
    return web.HTTPSeeOther("/enter")


def _locked(desk: Desk, visit: Visit) -> web.HTTPException:
    """Return what answers a locked browser: nothing but the veil."""
    if visit.by_script:
        return web.HTTPUnauthorized(text=desk.language.text("The desk is locked. Nothing is saved."))
    followed = visit.request.method == "GET"
    return web.HTTPSeeOther(veil_before(visit.request.path) if followed else UNSAVED)


def _failures(desk: Desk) -> Middleware:
    """Return the middleware that turns what goes wrong into a page with one sentence."""

    @web.middleware
    async def told(request: web.Request, handler: Handler) -> web.StreamResponse:
        text = desk.language.text
        try:
            return await handler(request)
        except web.HTTPRedirection:
            raise
        except web.HTTPNotFound:
            return _page(request, HTTPStatus.NOT_FOUND, text("There is no such page."))
        except web.HTTPException as refusal:
            return _page(request, HTTPStatus(refusal.status), refusal.text or refusal.reason)
        except NotAllowed as fault:
            return _page(request, HTTPStatus.FORBIDDEN, fault.sentence(text))
        except Fault as fault:
            LOG.error("A request at the desk failed: %s", fault)  # noqa: TRY400 - the sentence says it
            return _page(request, HTTPStatus.SERVICE_UNAVAILABLE, fault.sentence(text))
        # What nobody foresaw is noted, and whoever clicked learns in a sentence that it is.
        except Exception as error:
            LOG.exception("A request at the desk failed: %s", type(error).__name__)
            sentence = text(
                "Something went wrong, and it is noted. Look under “This shift” whether the call is saved."
            )
            return _page(request, HTTPStatus.INTERNAL_SERVER_ERROR, sentence)

    def _page(request: web.Request, status: HTTPStatus, sentence: str) -> web.Response:
        visitor = desk.visitors.find(cookie(request, DEVICE), cookie(request, SESSION))
        unlocked = visitor if visitor and not visitor.locked else None
        return Visit(request, desk, unlocked).page("failure.html", status=status, sentence=sentence)

    return told
