"""Files that a browser sends: taken in piece by piece, kept where nobody else can read them, and soon removed."""

import asyncio
import contextlib
import hmac
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from aiohttp import BodyPartReader, web

from bot.desk.cookies import DEVICE, cookie, form_token
from bot.desk.visit import UNREADABLE, Visit
from storage.fault import N_
from storage.private_files import give_to_owner, private_opener
from storage.quoting import escaped

MEGABYTE = 1024 * 1024
CHUNK = 1 << 16
LONGEST_FIELD, MOST_PARTS, LONGEST_NAME = 1000, 20, 60
LONGEST = 600.0
"""Seconds in which a file has to arrive."""

TOO_LARGE = N_("The file is too large: {most} MB is the most. Nothing is kept of it.")
TOO_SLOW = N_("The file took too long to arrive. Nothing is kept of it.")
NOT_OURS = N_("That was not sent by a form of this page. Nothing is kept.")


class TooLarge(Exception):
    """The files of a form have more bytes than are taken."""


@dataclass(frozen=True)
class ReceivedForm:
    """The fields of a form, and its ``files`` by field, each with the name that it had; they lie in a folder."""

    folder: Path
    fields: Mapping[str, str]
    files: Mapping[str, str]

    def path(self, field: str) -> Path:
        """Return where the file of a field lies."""
        return self.folder / field

    def remove(self) -> None:
        """Remove the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


def folder_prefix(database: Path) -> str:
    """Return how the folders are called that files lie in, beside the database."""
    return f".{database.name}.upload-"


def remove_uploads(database: Path) -> None:
    """Remove what is left of files, as after a crash; only one program uses the database."""
    for left in database.parent.glob(f"{folder_prefix(database)}*"):
        shutil.rmtree(left, ignore_errors=True)


async def receive(visit: Visit, database: Path, wanted: Collection[str], most: int) -> ReceivedForm:
    """Take in a form with files, under the names of the fields that are ``wanted``; the form's token comes first.

    The files have at most so many bytes together. Raises an `HTTPException` with a sentence; then nothing is kept.
    """
    text = visit.desk.language.text
    if visit.request.content_type != "multipart/form-data":
        raise web.HTTPUnsupportedMediaType(text=text(NOT_OURS))
    folder = Path(tempfile.mkdtemp(prefix=folder_prefix(database), dir=database.parent))
    give_to_owner(folder, database.parent)
    try:
        async with asyncio.timeout(LONGEST):
            return await _received(visit, folder, wanted, most)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, TooLarge):
            words = text(TOO_LARGE, most=most // MEGABYTE)
            raise web.HTTPRequestEntityTooLarge(most, text=words) from error
        if isinstance(error, TimeoutError):
            raise web.HTTPRequestTimeout(text=text(TOO_SLOW)) from error
        if isinstance(error, UNREADABLE):
            raise web.HTTPBadRequest(text=text(NOT_OURS)) from error
        raise


async def _received(visit: Visit, folder: Path, wanted: Collection[str], most: int) -> ReceivedForm:
    fields: dict[str, str] = {}
    files: dict[str, str] = {}
    left, parts = most, 0
    async for part in await visit.request.multipart():
        parts += 1
        if not isinstance(part, BodyPartReader) or parts > MOST_PARTS:
            raise ValueError
        if part.filename is None:
            fields[part.name or ""] = await _text(part)
            continue
        _check_token(visit, fields)
        name = part.name or ""
        if name not in wanted or name in files:
            raise ValueError
        size = await _written(part, folder / name, left)
        left -= size
        if size:
            files[name] = shown_name(part.filename)
    _check_token(visit, fields)
    visit.check_still_in()
    return ReceivedForm(folder, fields, files)


async def _text(part: BodyPartReader) -> str:
    content = bytearray()
    while chunk := await part.read_chunk(CHUNK):
        content += chunk
        if len(content) > LONGEST_FIELD:
            raise ValueError
    return content.decode()


@contextlib.contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that its owner alone may read."""
    with open(path, "xb", opener=private_opener) as file:
        yield file


async def _written(part: BodyPartReader, path: Path, most: int) -> int:
    size = 0
    with private_file(path) as file:
        while chunk := await part.read_chunk(CHUNK):
            size += len(chunk)
            if size > most:
                raise TooLarge
            file.write(chunk)
    return size


def _check_token(visit: Visit, fields: Mapping[str, str]) -> None:
    expected = form_token(cookie(visit.request, DEVICE))
    if not hmac.compare_digest(fields.get("token", "").encode(), expected.encode()):
        raise web.HTTPForbidden(text=visit.desk.language.text(NOT_OURS))


def shown_name(given: str) -> str:
    """Return what a file is called, for people to read: never a path."""
    name = escaped(given.replace("\\", "/").rpartition("/")[2])
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
