"""Which of the names that a map gives a column is the one that a file has."""

from collections.abc import Iterable

from storage.fault import N_
from storage.imports.map_parts import ImportMap, MappedTime, OutcomeMap, QuestionMap
from storage.quoting import escaped
from storage.table_files.rows import FileRefused, Headings


def settled(mapped: ImportMap, headings: Headings) -> ImportMap:
    """Return a map that calls every column as the file's heading does. Raises `FileRefused`.

    Of the columns of a time those that are there are left, each once; of every other column one name.
    """
    columns = _Columns(headings, [*mapped.alternatives, *(time.columns for time in mapped.times)], mapped.single)
    return mapped.model_copy(
        update={
            **{name: time and _time(time, columns) for name, time in mapped.named_times.items()},
            "outcome": mapped.outcome and _outcome(mapped.outcome, columns),
            "questions": {key: _question(part, columns) for key, part in mapped.questions.items()},
            "skip": {columns[column]: texts for column, texts in mapped.skip.items()},
        }
    )


class _Columns:
    """The headings of a file, by the names that a map has for them."""

    def __init__(self, headings: Headings, lists: Iterable[tuple[str, ...]], single: frozenset[str]) -> None:
        self._headings = headings
        alternatives = {names for names in lists if len(names) > 1}
        self._places = headings.places(single.union(*(names for names in lists if len(names) == 1)))
        # Each for itself: of two names that differ only in case, a file may have one.
        for name in {name for names in alternatives for name in names}:
            self._places |= headings.places((), [name])
        if missing := sorted(names for names in alternatives if not self.found(names)):
            columns = ", ".join(escaped(" / ".join(names)) for names in missing)
            raise FileRefused(N_("{file} has no column {columns}."), file=headings.file, columns=columns)

    def __getitem__(self, name: str) -> str:
        return self._headings.texts[self._places[name]]

    def found(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the headings of those that are there, each once."""
        return tuple(dict.fromkeys(self[name] for name in names if name in self._places))

    def one(self, names: tuple[str, ...]) -> str:
        """Return the heading of the one that is there. Raises `FileRefused` where there are several."""
        first, *others = self.found(names)
        if others:
            raise FileRefused(
                N_(
                    "{file} has the columns “{first}” and “{second}”; the map reads only one. Name that one alone."
                ),
                file=self._headings.file,
                first=escaped(first),
                second=escaped(others[0]),
            )
        return first


def _time(time: MappedTime, columns: _Columns) -> MappedTime:
    return time.model_copy(update={"columns": columns.found(time.columns)})


def _outcome(part: OutcomeMap, columns: _Columns) -> OutcomeMap:
    return part.model_copy(update={"column": columns.one(part.names), "columns": None})


def _question(part: QuestionMap, columns: _Columns) -> QuestionMap:
    if part.spread:
        return part.model_copy(update={"columns": {columns[name]: key for name, key in part.spread.items()}})
    return part.model_copy(update={"column": columns.one(part.names), "columns": {}})
