"""The words of a form, in the languages it has."""

from pydantic import BaseModel, ConfigDict

from storage.forms.texts import Line, VisibleLine, VisibleLines


class FormPart(BaseModel):
    """A piece of a form: read once, never changed, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(FormPart):
    """One text in the languages it has; bokmål is always there and stands in for the others."""

    nb: Line
    nn: Line | None = None
    en: Line | None = None

    def in_language(self, language: str) -> str:
        """Return the text in ``language`` (`nb`, `nn`, `en`), or else in bokmål."""
        text = {"nn": self.nn, "en": self.en}.get(language)
        return self.nb if text is None else text

    @property
    def texts(self) -> tuple[str, ...]:
        """The text in each language that it has."""
        return tuple(text for text in (self.nb, self.nn, self.en) if text is not None)


class Label(Words):
    """A text that may not be empty."""

    nb: VisibleLine
    nn: VisibleLine | None = None
    en: VisibleLine | None = None


class Prompt(Words):
    """A text that asks, on one line or several."""

    nb: VisibleLines
    nn: VisibleLines | None = None
    en: VisibleLines | None = None


class Noun(FormPart):
    """What is counted, as written after one and after any other number; ``the`` names them all: `the calls`."""

    one: Words
    many: Words
    the: Label | None = None
