"""A page of the desk as a person sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

NO_TEXT = frozenset({"script", "style", "title", "head"})


@dataclass
class PageForm:
    """A form on a page: where it is sent, what it holds, and its buttons by their labels."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page as a person sees it: its text, and its forms."""

    def __init__(
        self, html: str, status: int = 200, path: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        """Read the page."""
        super().__init__()
        self.html, self.status, self.path, self.headers = html, status, path, headers or {}
        self.forms: list[PageForm] = []
        self.links: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._hidden = 0
        self._button: tuple[str, str] | None = None
        self._link = ""
        self._label: list[str] = []
        self.feed(html)

    @property
    def text(self) -> str:
        """What stands there, a line for each piece of text."""
        return "\n".join(self._words)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:  # noqa: D102 - the library's
        given = {name: value or "" for name, value in attrs}
        self._hidden += tag in NO_TEXT
        if tag == "form":
            self.forms.append(PageForm(given.get("action", "")))
        elif tag == "input" and self.forms and given.get("name"):
            chosen = given.get("type") not in {"radio", "checkbox"} or "checked" in given
            if chosen:
                self.forms[-1].fields.append((given["name"], given.get("value", "")))
        elif tag == "button":
            self._button, self._label = (given.get("name", ""), given.get("value", "")), []
        elif tag == "a":
            self._link, self._label = given.get("href", ""), []

    def handle_endtag(self, tag: str) -> None:  # noqa: D102 - the library's
        self._hidden -= tag in NO_TEXT
        label = " ".join(self._label)
        if tag == "button" and self._button and self.forms:
            self.forms[-1].buttons.append((label, *self._button))
        elif tag == "a" and self._link:
            self.links.append((label, self._link))

    def handle_data(self, data: str) -> None:  # noqa: D102 - the library's
        words = " ".join(data.split())
        if words and not self._hidden:
            self._words.append(words)
            self._label.append(words)

    def form(self, action: str) -> PageForm:
        """Return the first form that is sent to this address."""
        return next(form for form in self.forms if form.action == action)

    def buttons(self) -> list[str]:
        """Return the labels of all buttons."""
        return [label for form in self.forms for label, _, _ in form.buttons]
