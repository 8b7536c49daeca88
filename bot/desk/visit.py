"""A visit: one request of a browser that has been let in, and what answers it."""

import asyncio
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import aiohttp_jinja2
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from markupsafe import Markup

from bot.desk.cookies import DEVICE, SECURE, SESSION, cookie, form_token
from bot.desk.desk import Desk
from bot.desk.navigation import links_for, place_of
from bot.desk.replies import DeskConversation, Reply
from bot.desk.visitors import Visitor
from handlers.conversation import Handle, Request
from handlers.people.seat_words import name_of
from reports.words.language import TAGS
from storage.people.seat import Role

BODY_SECONDS = 20.0
"""Seconds within which a form has to have come whole."""
UNREADABLE = (
    ValueError,
    LookupError,
    AssertionError,
    ConnectionError,
    web.RequestPayloadError,
    HttpProcessingError,
)
"""What the library raises where a form is not written as forms are, or does not come whole."""


@dataclass(frozen=True)
class Visit:
    """A request at the desk, and the visitor, None for a browser that nobody has let in."""

    request: web.Request
    desk: Desk
    visitor: Visitor | None

    @property
    def seated(self) -> Visitor:
        """The visitor of a page that is only for those who were let in."""
        if self.visitor is None:
            raise web.HTTPForbidden(text=self.desk.language.text("Nobody has let this browser in."))
        return self.visitor

    @property
    def seat(self) -> int:
        """The seat's number."""
        return self.seated.seat.number

    @property
    def role(self) -> Role | None:
        """The seat's role."""
        return self.visitor.role if self.visitor else None

    @property
    def secure(self) -> bool:
        """Whether cookies may go by encrypted connections alone."""
        return self.request.app[SECURE]

    @property
    def by_script(self) -> bool:
        """Whether a script of ours asks, and not the browser for a whole page."""
        return self.request.headers.get("Sec-Fetch-Dest") == "empty" or self.request.headers.get(
            "Accept", ""
        ).startswith(("application/json", "text/event-stream"))

    @cached_property
    def conversation(self) -> DeskConversation:
        """Where a use case answers this visit."""
        return DeskConversation(self.desk.cases.conversations.in_private(self.seat))

    def asks(self, message: int = 0) -> Request:
        """Return the visit as a use case takes it; ``message`` is the card that was tapped."""
        return Request(self.seat, self.conversation, Handle(message))

    async def posted(self) -> Mapping[str, str]:
        """Return the fields of a form of ours. Raises `HTTPForbidden` for any other, `HTTPBadRequest` for none."""
        try:
            async with asyncio.timeout(BODY_SECONDS):
                sent = await self.request.post()
            fields = {name: value for name, value in sent.items() if isinstance(value, str)}
            # Some ways of writing text, which no browser uses, let through what is none.
            "".join([*fields, *fields.values()]).encode()
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except UNREADABLE:
            raise web.HTTPBadRequest(
                text=self.desk.language.text("That could not be read. Nothing is saved; try again.")
            ) from None
        token, expected = fields.get("token", ""), form_token(cookie(self.request, DEVICE))
        if not hmac.compare_digest(token.encode(), expected.encode()):
            raise web.HTTPForbidden(
                text=self.desk.language.text("This page is too old. Open it anew; nothing is saved.")
            )
        self.check_still_in()
        return fields

    def check_still_in(self) -> None:
        """Raise an `HTTPException` where the browser was removed or locked, or its role changed, meanwhile.

        A form may take its time to come.
        """
        before, text = self.visitor, self.desk.language.text
        if before is None:
            return
        now = self.desk.visitors.find(cookie(self.request, DEVICE), cookie(self.request, SESSION))
        if now is None or now.role != before.role:
            raise web.HTTPForbidden(text=text("This browser is not let in any more. Nothing is saved."))
        if now.locked and not before.locked:
            raise web.HTTPUnauthorized(text=text("The desk is locked. Nothing is saved."))

    def page(self, template: str, status: int = 200, **shown: Any) -> web.Response:  # noqa: ANN401 - a template's
        """Return a page made from a template, with the reply that waits for this browser."""
        reply = shown.pop("reply", None) or self.reply()
        context = {**self._frame, "reply": reply, **shown}
        return aiohttp_jinja2.render_template(template, self.request, context, status=status)

    def fragment(self, template: str, **shown: Any) -> Markup:  # noqa: ANN401 - a template's
        """Return a part of a page made from a template."""
        return Markup(aiohttp_jinja2.render_string(template, self.request, {**self._frame, **shown}))  # noqa: S704

    def reply(self) -> Reply:
        """Return the reply that waits for this browser, once."""
        return self.desk.replies.take(self.visitor.device.number) if self.visitor else Reply()

    def back(self, fields: Mapping[str, str]) -> web.Response:
        """Send the browser back to the page that a form stands on, which shows what the use case has answered."""
        self.desk.replies.put(self.seated.device.number, self.conversation.reply)
        raise web.HTTPSeeOther(place_of(fields.get("back", "/")))

    @property
    def _frame(self) -> Mapping[str, object]:
        language = self.desk.language
        shown = self.visitor if self.visitor and not self.visitor.locked else None
        # What is no page of ours may be written like the name of another host.
        elsewhere = self.request.match_info.http_exception is not None
        return {
            "tag": TAGS[language.code],
            "path": self.request.path,
            "passkeys_work": self.desk.section.passkey_host is not None,
            "again": self.request.path_qs if self.request.method == "GET" and not elsewhere else "/",
            "form_token": form_token(cookie(self.request, DEVICE)),
            "links": links_for(shown.role if shown else None, language, house=bool(self.desk.stay_forms)),
            "seat_name": name_of(shown.seat, language) if shown else "",
            "role": shown.role if shown else None,
            "idle_seconds": self.desk.section.idle_minutes * 60,
        }
