"""One call of a bot, read in each of the four ways that the Bot API takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The parameters as they came, still strings where they were form fields, and the files by name."""

    parameters: dict[str, object]
    uploads: dict[str, Upload] = field(default_factory=dict)


async def read_body(request: web.Request) -> RequestBody:
    """Read the parameters from the address, and from a form, a form in parts, or JSON.

    Raises RefusedError for a body that is none of these.
    """
    body = RequestBody(dict(request.query))
    match request.content_type:
        case "multipart/form-data":
            await _read_parts(request, body)
        case "application/json":
            body.parameters.update(await _read_json(request))
        case "application/x-www-form-urlencoded":
            body.parameters.update(parse_qsl(await request.text(), keep_blank_values=True))
        case _:
            await request.read()
    return body


async def _read_json(request: web.Request) -> dict[str, object]:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("the body is not a JSON object")
    return body


async def _read_parts(request: web.Request, body: RequestBody) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("a part of the form has no name")
        if part.filename is None:
            body.parameters[part.name] = await part.text()
        else:
            body.uploads[part.name] = Upload(part.filename, bytes(await part.read()))
