"""Pictures and documents sent through the pretend Telegram, kept in memory."""

import struct
from dataclasses import dataclass, field
from typing import Final

from bot.demo.telegram.refusals import bad_request

PNG: Final = b"\x89PNG\r\n\x1a\n"
SMALL_PICTURE: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000008000000080800000000e164e157"
    "0000000e49444154789c6368800206ca1800808420010d8024610000000049454e44ae426082"
)
"""A grey PNG of 8 × 8 pixels."""
PICTURE_BYTES: Final = 10 * 1024 * 1024
SIDES: Final = 10_000
RATIO: Final = 20
SHOWN_SIDES: Final = (90, 320, 800, 1280, 2560)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with its id; a picture has a width and a height in pixels, a document has neither."""

    id: str
    upload: Upload
    width: int = 0
    height: int = 0

    def sizes(self) -> list[tuple[int, int]]:
        """Return the sizes in pixels in which a picture is offered, smallest first."""
        longest = max(self.width, self.height)
        sides = [side for side in SHOWN_SIDES if side < longest] + [min(longest, SHOWN_SIDES[-1])]
        return [
            (max(1, self.width * side // longest), max(1, self.height * side // longest))
            for side in dict.fromkeys(sides)
        ]


class FileStore:
    """All files that were ever sent, by id."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add_picture(self, upload: Upload) -> StoredFile:
        """Store a PNG. Raises RefusedError for anything else, and for a shape that cannot be shown."""
        width, height = _png_size(upload.content)
        if width + height > SIDES or max(width, height) > RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self._store(StoredFile(f"photo-{len(self._files) + 1}", upload, width, height))

    def add_document(self, upload: Upload) -> StoredFile:
        """Store a file of any kind. Raises RefusedError for an empty one."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        return self._store(StoredFile(f"document-{len(self._files) + 1}", upload))

    def get(self, file_id: str) -> StoredFile:
        """Return the file with that id, in whatever size it is asked for.

        Raises RefusedError if there is none; addresses on the web are not fetched.
        """
        found = self._files.get(file_id.partition("@")[0])
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return found

    def _store(self, file: StoredFile) -> StoredFile:
        self._files[file.id] = file
        return file


def _png_size(content: bytes) -> tuple[int, int]:
    header = len(PNG) + 8
    if len(content) > PICTURE_BYTES or len(content) < header + 8 or not content.startswith(PNG):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", content[header : header + 8])
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return width, height
