"""What a map of a foreign file is made of: the models are also its grammar."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, TypeAdapter

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
NAMES: TypeAdapter[tuple[str, ...]] = TypeAdapter(Texts)
OPTIONS: TypeAdapter[dict[str, str]] = TypeAdapter(dict[Text, str])

NOT_ASKED: Literal["not asked"] = "not asked"
NOTHING_CHOSEN: Literal["nothing chosen"] = "nothing chosen"
CHOSEN: Literal["chosen"] = "chosen"
NOT_CHOSEN: Literal["not chosen"] = "not chosen"
"""What a value can mean besides an option. No option's key has a blank, so none of these is one."""


class MapPart(BaseModel):
    """A piece of a map: read once, never changed, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class MappedTime(MapPart):
    """The columns that, joined by blanks, give the day, and the hour where they have it; some may not be there.

    The first of the ``formats`` (as in `strptime`, with `%Y %y %m %d %H %I %p %M %S`) that fits is taken;
    ``months`` are twelve words that may stand for the number of a month.
    """

    columns: Texts
    formats: Texts
    months: Texts | None = None


class Meanings(MapPart):
    """What the texts of a ``column`` mean; any not among ``values`` means ``others``, or else is unknown.

    Where they ``fold``, texts that differ only in case, accents and blanks are the same.
    """

    column: Text | None = None
    values: dict[Text, str] = {}
    others: str | None = None
    fold: bool | None = None


class OutcomeMap(Meanings):
    """The column that holds a record's outcome, or its names, of which a file has one."""

    columns: Texts | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its column."""
        return self.columns or _lone(self.column)


def _names_or_options(value: object) -> tuple[str, ...] | dict[str, str]:
    """Read a list or else a table: of a union, a fault would name all that it might have been."""
    if isinstance(value, list):
        return NAMES.validate_python(value)
    return OPTIONS.validate_python(value, strict=True)


class QuestionMap(Meanings):
    """Where a question's answer stands: in one column, or each option of a `several` in one of its own.

    A list of ``columns`` are the names of the one column. A whole number that lies in one of the ``ranges`` means
    that answer. With ``unasked``, an answer that the form does not ask for with the others is left away.
    """

    separator: Annotated[str, Field(min_length=1)] | None = None
    columns: Annotated[tuple[str, ...] | dict[str, str], PlainValidator(_names_or_options)] = {}
    ranges: dict[Text, str] = {}
    unasked: Literal["ignore"] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its one column; none where each option has its own."""
        return self.columns if isinstance(self.columns, tuple) else _lone(self.column)

    @property
    def spread(self) -> dict[str, str]:
        """The columns of the options, each with its option."""
        return self.columns if isinstance(self.columns, dict) else {}


class ImportMap(MapPart):
    """A whole map. With ``left_out``, a column that is neither read nor named there is a fault.

    Records that stay open have ``arrived`` and ``left`` in the place of ``occurred_at``. Rows that have one of the
    texts in a column of ``skip`` are no records. ``fold`` and ``unasked`` hold for all parts.
    """

    occurred_at: MappedTime | None = None
    arrived: MappedTime | None = None
    left: MappedTime | None = None
    outcome: OutcomeMap | None = None
    questions: Annotated[dict[str, QuestionMap], Field(alias="question")] = {}
    left_out: Annotated[tuple[Text, ...], Field(strict=False)] | None = None
    skip: dict[Text, Texts] = {}
    fold: bool = False
    unasked: Literal["ignore"] | None = None

    @property
    def named_times(self) -> dict[str, MappedTime | None]:
        """The times by their tables' names."""
        return {"occurred_at": self.occurred_at, "arrived": self.arrived, "left": self.left}

    @property
    def times(self) -> list[MappedTime]:
        """The times of a row: one, or the two of a record that stays open."""
        return [time for time in self.named_times.values() if time]

    @property
    def alternatives(self) -> list[tuple[str, ...]]:
        """The names of each column that holds an outcome or an answer."""
        outcome = [self.outcome.names] if self.outcome else []
        return [names for names in (*outcome, *(part.names for part in self.questions.values())) if names]

    @property
    def single(self) -> frozenset[str]:
        """The columns of options, and those that say which rows are no records: they have one name."""
        return frozenset(self.skip).union(*(part.spread for part in self.questions.values()))

    @property
    def read(self) -> frozenset[str]:
        """The columns of the file that are read, by all their names."""
        return self.single.union(*self.alternatives, *(time.columns for time in self.times))

    def folds(self, part: Meanings) -> bool:
        """Tell whether a part of it folds texts: its own word comes first."""
        return self.fold if part.fold is None else part.fold

    def ignores_unasked(self, part: QuestionMap) -> bool:
        """Tell whether an answer that is not asked for is left away."""
        return "ignore" in {self.unasked, part.unasked}


def _lone(column: str | None) -> tuple[str, ...]:
    return () if column is None else (column,)
