"""Reads the parameters of a request in each of the four ways the Bot API takes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.demo.telegram.files import Upload
from bot.demo.telegram.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request as it came: its files by name, its parameters still strings where they were form fields."""

    given: Mapping[str, object]
    uploads: Mapping[str, Upload] = field(default_factory=dict)


async def incoming(request: web.Request) -> Incoming:
    """Return what a request brings: in its address, as a form, as a form in parts, or as JSON.

    Raises RefusedError for a body that is none of these.
    """
    asked: dict[str, object] = dict(request.query)
    uploads: dict[str, Upload] = {}
    match request.content_type:
        case "multipart/form-data":
            await _read_parts(request, asked, uploads)
        case "application/json":
            asked |= await _read_json(request)
        case "application/x-www-form-urlencoded":
            asked |= parse_qsl(await request.text(), keep_blank_values=True)
        case _:
            await request.read()
    return Incoming(asked, uploads)


async def _read_json(request: web.Request) -> dict[str, object]:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("the body is not a JSON object")
    return body


async def _read_parts(request: web.Request, given: dict[str, object], uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("a part of the form has no name")
        if part.filename is None:
            given[part.name] = await part.text()
        else:
            uploads[part.name] = Upload(part.filename, bytes(await part.read()))
