"""The desk's cookies: the browser's own, and the one that it is unlocked with. No script can read them."""

import hashlib
import secrets

from aiohttp import web

DEVICE, SESSION = "vaktlogg_device", "vaktlogg_session"
KEYS = "vaktlogg_keys"
"""Whether single keys choose in this browser's forms."""
DEVICE_SECONDS = 400 * 24 * 3600
"""The longest that browsers keep a cookie."""
COOKIE_BYTES = 32
SECURE = web.AppKey("SECURE", bool)
"""Whether cookies go by encrypted connections alone."""


def fresh_secret() -> str:
    """Return 256 random bits in base64url."""
    return secrets.token_urlsafe(COOKIE_BYTES)


def cookie(request: web.Request, name: str) -> str:
    """Return a cookie's value, empty where there is none."""
    return request.cookies.get(_named(name, secure=request.app[SECURE]), "")


def set_cookie(response: web.StreamResponse, name: str, value: str, *, secure: bool, seconds: int | None) -> None:
    """Give the browser a cookie for so many seconds; with None, until it is closed."""
    named = _named(name, secure=secure)
    response.set_cookie(named, value, max_age=seconds, path="/", httponly=True, secure=secure, samesite="Strict")


def _named(name: str, *, secure: bool) -> str:
    """Return a cookie's full name: one with the prefix can be set by this very host alone, and encrypted."""
    return f"__Host-{name}" if secure else name


def form_token(device_cookie: str) -> str:
    """Return what a form of ours carries: who does not know the browser's cookie cannot make it."""
    return hashlib.blake2b(b"form", key=device_cookie.encode()[:64], digest_size=24).hexdigest()
