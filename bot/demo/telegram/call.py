"""One request of a bot, checked and ready to be carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.demo.telegram.chats import Wording
from bot.demo.telegram.contract import Json, Limit
from bot.demo.telegram.files import Kept, Shelf, Upload
from bot.demo.telegram.formatting import said
from bot.demo.telegram.refusals import bad_request

ATTACHED: Final = "attach://"


@dataclass(frozen=True, slots=True)
class Asked:
    """A method's parameters as the contract read them, and the files that came along by name.

    The limits are the published ones by "owner.field"; those that count after entities are applied here.
    """

    method: str
    given: Json
    uploads: Mapping[str, Upload]
    limits: Mapping[str, Limit]

    def wording(self, name: str) -> Wording:
        """Return the text or caption. Raises RefusedError where it is empty, too long or cannot be read."""
        return said(self.given, name, self.limits[f"{self.method}.{name}"])

    def caption_of(self, owner: str, media: Json) -> Wording:
        """Return the caption of one medium among several."""
        return said(media, "caption", self.limits[f"{owner}.caption"])

    def picture(self, source: Upload | str, shelf: Shelf) -> Kept:
        """Return the picture a parameter names: sent along, or on the shelf already."""
        upload = self._upload(source)
        return shelf.keep_picture(upload) if upload else shelf.fetch(str(source))

    def document(self, source: Upload | str, shelf: Shelf) -> Kept:
        """Return the document a parameter names: sent along, or on the shelf already."""
        upload = self._upload(source)
        return shelf.keep_document(upload) if upload else shelf.fetch(str(source))

    def _upload(self, source: Upload | str) -> Upload | None:
        if isinstance(source, Upload):
            return source
        if not source.startswith(ATTACHED):
            return None
        upload = self.uploads.get(source.removeprefix(ATTACHED))
        if upload is None:
            raise bad_request("there is no file attached under that name")
        return upload
