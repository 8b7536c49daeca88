"""A pretend Telegram: an HTTP server that speaks the Bot API and refuses what the real one refuses."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

from aiohttp import hdrs, web

from bot.demo.telegram.account import Account
from bot.demo.telegram.api import BotApi
from bot.demo.telegram.chats import Chat, Kind, User
from bot.demo.telegram.contract import Json
from bot.demo.telegram.person import Person
from bot.demo.telegram.refusals import moved

BOT: Final = User(id=7_000_000_001, name="Vaktlogg", username="vaktlogg_bot", is_bot=True)
HOST: Final = "127.0.0.1"
LARGEST_REQUEST: Final = 50 * 1024 * 1024
GRACE: Final = 0.05

Site = Callable[[Account, Mapping[int, Person], web.Application], None]


class PretendTelegram:
    """The server, its one bot and the people who use it, reachable from this machine only.

    It forgets nothing when it is stopped and started again. The clock returns aware times, and dates every
    answer. ``site`` adds pages of its own to the server, about the account and its people.
    """

    def __init__(self, *, token: str, clock: Callable[[], datetime], site: Site | None = None) -> None:
        self.account = Account(BOT, clock)
        self.api = BotApi(self.account, token)
        self.faults = self.api.faults
        self.requests = self.api.requests
        self.refused = self.api.refused
        self._people: dict[int, Person] = {}
        self._site = site
        self._runner: web.AppRunner | None = None
        self._address = ""

    async def start(self, port: int = 0) -> None:
        """Start to serve; port 0 takes a free one. Raises OSError for a port that is taken."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.on_response_prepare.append(self._date)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.api.answer)
        if self._site:
            self._site(self.account, self._people, app)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=GRACE)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        bound_host, bound_port = self._runner.addresses[0]
        self._address = f"http://{bound_host}:{bound_port}"

    async def _date(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers[hdrs.DATE] = format_datetime(self.account.clock().astimezone(UTC), usegmt=True)

    async def stop(self) -> None:
        """Stop at once, whatever still waits for an answer."""
        runner, self._runner = self._runner, None
        if runner:
            await runner.cleanup()

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"{self._address}/"

    @property
    def port(self) -> int:
        """The port that it is served on."""
        return int(self._address.rpartition(":")[2])

    @property
    def api_url(self) -> str:
        """The base address of the Bot API; the token follows directly."""
        return f"{self._address}/bot"

    def person(self, id: int, name: str = "Vakt") -> Person:  # noqa: A002 - the published word
        """Return the person with that id, made with a private chat if there is none."""
        if id not in self._people:
            chat = self.account.open_chat(id, Kind.PRIVATE, name)
            self._people[id] = Person(self.account, User(id, name), chat)
        return self._people[id]

    def sit(self, seat: int, person: Person) -> None:
        """Give somebody one more seat at the desk, with a number of its own, such as in a group."""
        self._people[seat] = person

    def group(self, id: int, title: str, kind: Kind = Kind.SUPERGROUP) -> Chat:  # noqa: A002 - the same
        """Return the group or channel with that id, made with the bot as a member if there is none."""
        return self.account.open_chat(id, kind, title)

    def migrate(self, group: Chat, to: int) -> Chat:
        """Turn a group into a supergroup with another id, and return that."""
        group.closed = lambda: moved(to)
        return self.group(to, group.title)

    def push(self, update: Json) -> int:
        """Queue an update, however broken, and return the update_id it was given."""
        return self.account.updates.push(update)
