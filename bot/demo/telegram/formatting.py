"""Reads the texts and captions that a bot sends, with their markup."""

import re
from html.parser import HTMLParser
from typing import Final

from bot.demo.telegram.chats import FormattedText
from bot.demo.telegram.contract import Json, Limit
from bot.demo.telegram.refusals import bad_request

MARKS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
COMMAND: Final = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")


def read_text(parameters: Json, name: str, limit: Limit) -> FormattedText:
    """Return the text or caption of a call; HTML is the only parse mode.

    Raises RefusedError for markup that cannot be read, and for a text that is too short or too long without it.
    """
    words, entities_name = parameters.get(name, ""), "entities" if name == "text" else f"{name}_entities"
    mode = parameters.get("parse_mode", "")
    if mode.lower() not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    marked = [(each["type"], each["offset"], each["length"]) for each in parameters.get(entities_name, ())]
    formatted = _marked_up(words) if mode else FormattedText(words.strip(), tuple(marked))
    if len(formatted.text) < limit.min:
        raise bad_request("message text is empty")
    if len(formatted.text) > limit.max:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    return formatted


def with_commands(text: str) -> FormattedText:
    """Return what a person writes, with its commands marked as Telegram marks them."""
    commands = [("bot_command", utf16(text[: found.start()]), utf16(found[0])) for found in COMMAND.finditer(text)]
    return FormattedText(text, tuple(commands))


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units, the unit of all published offsets."""
    return len(text.encode("utf-16-le")) // 2


class _Markup(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[tuple[str, int, int]] = []
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in MARKS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}"')
        self._open.append((tag, utf16(self.text)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise bad_request(f'can\'t parse entities: Unmatched end tag, found "</{tag}>"')
        _, start = self._open.pop()
        self.entities.append((MARKS[tag], start, utf16(self.text) - start))

    def handle_data(self, data: str) -> None:
        self.text += data

    def finish(self) -> FormattedText:
        self.close()
        if self._open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self._open[-1][0]}\""
            )
        return FormattedText(self.text.rstrip(), tuple(sorted(self.entities, key=lambda entity: entity[1])))


def _marked_up(text: str) -> FormattedText:
    markup = _Markup()
    markup.feed(text.lstrip())
    return markup.finish()
