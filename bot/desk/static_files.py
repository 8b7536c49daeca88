"""The desk's style sheets, scripts and icons, under addresses that change with what they hold."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from aiohttp import web

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "png": "image/png"}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class StaticFiles:
    """The files by name, and the digest that stands in the address of all of them."""

    contents: Mapping[str, bytes]
    digest: str

    def address(self, name: str) -> str:
        """Return the address of a file."""
        return f"/static/{self.digest}/{name}"

    async def answer(self, request: web.Request) -> web.Response:
        """Return a file, which browsers may keep for ever. Raises `HTTPNotFound`."""
        name = request.match_info["name"]
        if name not in self.contents or request.match_info["digest"] != self.digest:
            raise web.HTTPNotFound
        kind = TYPES[name.rpartition(".")[2]]
        charset = None if kind == "image/png" else "utf-8"
        headers = {"Cache-Control": FOR_EVER}
        return web.Response(body=self.contents[name], content_type=kind, charset=charset, headers=headers)

    async def manifest(self, request: web.Request) -> web.Response:
        """Return what lets the desk be installed as an app."""
        del request
        told = {
            "name": "Vaktlogg",
            "short_name": "Vaktlogg",
            "start_url": "/",
            "display": "standalone",
            "background_color": "#12436d",
            "theme_color": "#12436d",
            "icons": [{"src": self.address("icon.svg"), "type": "image/svg+xml", "sizes": "any"}],
        }
        return web.Response(body=json.dumps(told), content_type="application/manifest+json")


def static_files() -> StaticFiles:
    """Read the files."""
    folder = files("bot.desk").joinpath("static")
    contents = {file.name: file.read_bytes() for file in folder.iterdir() if file.name.rpartition(".")[2] in TYPES}
    digest = hashlib.sha256(b"".join(contents[name] for name in sorted(contents))).hexdigest()[:16]
    return StaticFiles(contents, digest)
