"""The guard: what a request must be before anything else looks at it, and what every answer carries."""

import logging
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from aiohttp import web

from bot.config.desk import DeskSection

LOG = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
OWN_SITES = frozenset({"same-origin", "none"})
SAFE = frozenset({"GET", "HEAD"})
LINK = ("navigate", "document")
"""What browsers say of a link that was followed, and of no frame, picture or script."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Without any, browsers would not say either which page a form stands on.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def guard(
    section: DeskSection, addresses: Callable[[], Collection[str]]
) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Return the middleware that lets through what our own pages ask for, under our own names.

    ``addresses`` are the hosts with ports that are served. Whatever another site's page asks for is refused before
    anything else, wherever it leads.
    """
    public = urlsplit(section.public_url)

    @web.middleware
    async def only_ours(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
        origins = {f"{scheme}://{host}" for host in addresses() for scheme in ("http", "https")}
        if public.hostname:
            origins.add(f"{public.scheme}://{public.netloc}")
        if origin is not None and origin not in origins:
            raise web.HTTPForbidden(text="Another site's page may not do this.")
        if site not in OWN_SITES and not (request.method in SAFE and _is_link(request)):
            raise web.HTTPForbidden(text="Another site's page may not do this.")
        if request.host not in {urlsplit(one).netloc for one in origins}:
            raise web.HTTPForbidden(text="There is no desk under this name.")
        return await handler(request)

    return only_ours


def _is_link(request: web.Request) -> bool:
    """Tell whether a whole page is asked for; anything less would be done unseen, with cookies from next door."""
    told = request.headers.get("Sec-Fetch-Mode", LINK[0]), request.headers.get("Sec-Fetch-Dest", LINK[1])
    return told == LINK


async def protect(request: web.Request, response: web.StreamResponse) -> None:
    """Give an answer the headers that keep it to this browser and this page."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)
    if request.secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
