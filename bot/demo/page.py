"""The practice desk's page, served to a browser on this machine and closed to every other page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from aiohttp import ClientConnectionResetError, WSCloseCode, web
from aiohttp.typedefs import Handler

from bot.demo.inhouse import NAME, PracticeDesk
from bot.demo.live import LARGEST_MESSAGE, PageState, follow
from bot.demo.next_report import NextReport
from bot.demo.page_words import IN_PAGE, IN_SCRIPT, told
from bot.demo.telegram.account import Account
from bot.demo.telegram.chats import Kind
from bot.demo.telegram.contract import Json
from bot.demo.telegram.person import Person
from bot.demo.telegram.refusals import RefusedError
from bot.desk.cookies import DEVICE, SESSION, set_cookie
from reports.words.language import TAGS, Language

OWN_NAMES: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
STYLES: Final = ("colours.css", "desk.css", "chat.css", "around.css", "training.css", "picture.css")
SCRIPTS: Final = ("desk.js", "message.js", "around.js", "training.js", "make.js")
ENTRANCE: Final = "/desk/enter"
OWN_SITES: Final = frozenset({"same-origin", "none"})
TYPES: Final = {"css": "text/css", "js": "text/javascript"}


class DeskPage:
    """What the page asks for: the seats at the desk, a live chat for each, the pictures and documents."""

    def __init__(self, account: Account, people: Mapping[int, Person], training: "Training") -> None:
        self._account = account
        self._people = people
        self._training = training
        self._language = training.language
        self._open: set[web.WebSocketResponse] = set()

    async def page(self, request: web.Request) -> web.Response:
        """Return the page itself, with its words."""
        del request
        words = {place: escape(word) for place, word in told(IN_PAGE, self._language).items()}
        # Inside a script element only "</" could end it.
        script = json.dumps(dict(told(IN_SCRIPT, self._language)), ensure_ascii=False).replace("</", "<\\/")
        frame = Template(_content("index.html").decode())
        text = frame.substitute(words, language=TAGS[self._language.code], words=script)
        return web.Response(text=text, content_type="text/html")

    async def seats(self, request: web.Request) -> web.Response:
        """Return the people at the desk."""
        del request
        seats = [_seat(number, person) for number, person in self._people.items()]
        if self._training.inhouse:
            seats.append({"name": self._language.text("The desk"), "href": ENTRANCE})
        return web.json_response(seats)

    async def enter(self, request: web.Request) -> web.Response:
        """Let the browser in at the in-house desk, and lead it there."""
        desk, seat = self._training.inhouse, request.query.get("seat", "")
        if desk is None:
            raise web.HTTPNotFound
        host, _, port = request.host.rpartition(":")
        number = int(seat) if seat.isascii() and seat.isdecimal() else 0
        if host != NAME:
            return self._leading_on(f"http://{NAME}:{port}{ENTRANCE}?seat={number}", at_once=True)
        cookies = await desk.let_in(number)
        answer = self._leading_on(
            desk.section.url if cookies else str(request.rel_url), at_once=cookies is not None
        )
        if cookies:
            set_cookie(answer, DEVICE, cookies.device, secure=False, seconds=None)
            set_cookie(answer, SESSION, cookies.session, secure=False, seconds=None)
        return answer

    def _leading_on(self, address: str, *, at_once: bool) -> web.Response:
        """Return a page that leads on: after a redirect the browser would keep its strict cookies to itself."""
        facts = {"address": escape(address), "seconds": "0" if at_once else "1"}
        words = {"language": TAGS[self._language.code], "name": escape(self._language.text("The desk"))}
        frame = Template(_content("enter.html").decode())
        return web.Response(text=frame.substitute(words, **facts), content_type="text/html")

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Keep a page up to date over a socket until it is closed."""
        seat = request.query.get("seat", "")
        person = self._people.get(int(seat)) if seat.isdecimal() else None
        if person is None:
            raise web.HTTPNotFound
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=LARGEST_MESSAGE)
        try:
            await socket.prepare(request)
        except ClientConnectionResetError:
            return web.Response()  # the page has gone again, and nobody reads this
        self._open.add(socket)
        try:
            page = PageState(person, self._account, self._language)
            await follow(page, person, self._training.next_report, socket)
        finally:
            self._open.discard(socket)
        return socket

    async def file(self, request: web.Request) -> web.Response:
        """Return a picture to be shown, or a document to be saved."""
        try:
            stored = self._account.files.get(request.match_info["id"])
        except RefusedError:
            raise web.HTTPNotFound from None
        if stored.width:
            return web.Response(body=stored.upload.content, content_type="image/png")
        as_file = {"Content-Disposition": "attachment"}
        return web.Response(body=stored.upload.content, content_type="application/octet-stream", headers=as_file)

    async def close(self, app: web.Application) -> None:
        """Close all sockets."""
        del app
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)


@dataclass
class Training:
    """The page in a language; what moves it to the ``next_report``, and the desk, are known once it is set up."""

    language: Language
    next_report: NextReport | None = None
    inhouse: PracticeDesk | None = None

    def add_to(self, account: Account, people: Mapping[int, Person], app: web.Application) -> None:
        """Serve the page from an application, and guard all of it."""
        add_page(DeskPage(account, people, self), app)


def add_page(desk: DeskPage, app: web.Application) -> None:
    """Serve the page from an application, and guard all of it."""
    app.middlewares.append(guard)
    app.on_response_prepare.append(_protect)
    app.on_shutdown.append(desk.close)
    app.router.add_get("/", desk.page)
    for name in STYLES + SCRIPTS:
        app.router.add_get(f"/{name}", _file)
    app.router.add_get("/desk/seats", desk.seats)
    app.router.add_get(ENTRANCE, desk.enter)
    app.router.add_get("/desk/live", desk.live)
    app.router.add_get("/desk/files/{id}", desk.file)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let through requests from this machine's own page, and none on behalf of a page from elsewhere.

    A browser sends the name it connects to (Host), and the page that asks (Origin, Sec-Fetch-Site).
    """
    host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
    here = host.rpartition(":")[0] in OWN_NAMES or host in OWN_NAMES
    ours = origin in {None, f"http://{host}"}
    near = request.path in {"/", ENTRANCE} or request.headers.get("Sec-Fetch-Site", "none") in OWN_SITES
    if not (here and ours and near):
        raise web.HTTPForbidden(text="This desk answers its own page only.")
    return await handler(request)


def _seat(number: int, person: Person) -> Json:
    return {"id": number, "name": person.chat.title, "group": person.chat.kind is not Kind.PRIVATE}


async def _file(request: web.Request) -> web.Response:
    name = request.path.removeprefix("/")
    return web.Response(body=_content(name), content_type=TYPES[name.rpartition(".")[2]], charset="utf-8")


def _content(name: str) -> bytes:
    return files("bot.demo").joinpath("page", name).read_bytes()


async def _protect(request: web.Request, response: web.StreamResponse) -> None:
    if request.path.startswith("/bot"):
        return
    own_socket = f"ws://{request.headers.get('Host', '')}"
    response.headers.update(
        {
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
            f"img-src 'self' data:; connect-src 'self' {own_socket}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
    )
