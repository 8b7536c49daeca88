"""One call of a bot, read in each of the four ways that the Bot API takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.demo.telegram.chats import FormattedText
from bot.demo.telegram.contract import Json, Limit
from bot.demo.telegram.files import FileStore, StoredFile, Upload
from bot.demo.telegram.formatting import read_text
from bot.demo.telegram.refusals import bad_request

ATTACHED: Final = "attach://"
FileKind: TypeAlias = Literal["photo", "document"]


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A method's parameters, checked by the contract, and the attached files by name.

    The limits are the published ones by "owner.field"; those that count after entities are checked here.
    """

    method: str
    parameters: Json
    attached: Mapping[str, Upload]
    limits: Mapping[str, Limit]

    def formatted(self, name: str) -> FormattedText:
        """Return the text or caption. Raises RefusedError where it is empty, too long or cannot be read."""
        return read_text(self.parameters, name, self.limits[f"{self.method}.{name}"])

    def caption_of(self, owner: str, media: Json) -> FormattedText:
        """Return the caption of one item of an album."""
        return read_text(media, "caption", self.limits[f"{owner}.caption"])

    def file(self, kind: FileKind, source: Upload | str, files: FileStore) -> StoredFile:
        """Return the picture or document that a parameter names: sent along, or stored before."""
        upload = self._upload(source)
        if upload is None:
            return files.get(str(source))
        return files.add_picture(upload) if kind == "photo" else files.add_document(upload)

    def _upload(self, source: Upload | str) -> Upload | None:
        if isinstance(source, Upload):
            return source
        if not source.startswith(ATTACHED):
            return None
        upload = self.attached.get(source.removeprefix(ATTACHED))
        if upload is None:
            raise bad_request("there is no file attached under that name")
        return upload


async def read_request(request: web.Request) -> dict[str, object]:
    """Read the parameters from the address, and from a form, a form in parts, or JSON.

    Form fields are still strings, files are uploads. Raises RefusedError for a body that is none of these.
    """
    given: dict[str, object] = dict(request.query)
    match request.content_type:
        case "multipart/form-data":
            given.update(await _read_parts(request))
        case "application/json":
            given.update(await _read_json(request))
        case "application/x-www-form-urlencoded":
            given.update(parse_qsl(await request.text(), keep_blank_values=True))
        case _:
            await request.read()
    return given


async def _read_json(request: web.Request) -> dict[str, object]:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("the body is not a JSON object")
    return body


async def _read_parts(request: web.Request) -> dict[str, object]:
    parts: dict[str, object] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("a part of the form has no name")
        if part.filename is None:
            parts[part.name] = await part.text()
        else:
            parts[part.name] = Upload(part.filename, bytes(await part.read()))
    return parts
