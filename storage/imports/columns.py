"""The columns of a file of records: our own keys, or somebody else's columns read through a map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage.fault import N_
from storage.forms.form import Form
from storage.imports.answer_columns import AnswerColumn, outcome_column, question_columns
from storage.imports.map_parts import NOT_ASKED, NOTHING_CHOSEN, ImportMap
from storage.imports.reading_notes import Cell
from storage.imports.skipped_rows import SkippedRows
from storage.imports.written_times import WrittenTime
from storage.records.export import SEPARATOR, time_columns

DAY_LENGTH = len("2016-07-14")


@dataclass(frozen=True)
class MeantCells:
    """The cells of a row as our own columns have them, without texts that are ``unknown``.

    ``others`` are the texts that were taken to mean `others` and are named nowhere in the map.
    """

    cells: Mapping[str, str]
    unknown: Sequence[Cell] = ()
    others: Sequence[Cell] = ()


class OwnColumns:
    """A file whose columns and values are the form's own keys."""

    stray = N_("{file} has columns that the form does not know: {columns}.")

    def __init__(self, form: Form) -> None:
        """Read rows of ``form``."""
        self.times = time_columns(form)
        self.answering = frozenset({"outcome", *form.by_key})
        self.needed = frozenset(self.times)
        self.left_out: frozenset[str] | None = frozenset()
        self.ignored: Mapping[str, str] = {}

    def skipped(self, _places: Mapping[str, int]) -> None:
        """Return nothing: every row is a record."""

    def read_times(self, parts: Sequence[str]) -> Sequence[str]:
        """Return the times as they are written."""
        return parts

    def meant(self, cells: Mapping[str, str]) -> MeantCells:
        """Return the cells as they are: a wrong key makes its row faulty."""
        return MeantCells(cells)


class MappedColumns:
    """A file whose columns and values are somebody else's."""

    stray = N_("{file} has columns that the map neither reads nor leaves out: {columns}.")

    def __init__(self, mapped: ImportMap, form: Form) -> None:
        """Read rows through a map that has been checked against its form, and settled on a file's columns."""
        self._answers = {
            key: tuple(question_columns(part, form.by_key[key], fold=mapped.folds(part)))
            for key, part in mapped.questions.items()
        }
        if (outcome := mapped.outcome) is not None:
            self._answers["outcome"] = tuple(outcome_column(outcome, fold=mapped.folds(outcome)))
        self.times = tuple([column for time in mapped.times for column in time.columns])
        self.answering = frozenset(column.name for answer in self._answers.values() for column in answer)
        self.needed = mapped.read
        self.left_out = None if mapped.left_out is None else frozenset(mapped.left_out)
        self.ignored: Mapping[str, str] = {
            key: " / ".join(column.name for column in self._answers[key])
            for key, part in mapped.questions.items()
            if mapped.ignores_unasked(part)
        }
        self._several = frozenset(key for key in mapped.questions if form.by_key[key].takes_several)
        self._written = [WrittenTime(time) for time in mapped.times]
        self._mapped = mapped

    def skipped(self, places: Mapping[str, int]) -> SkippedRows | None:
        """Return what finds the rows that are no records; None where the map names none."""
        return SkippedRows(self._mapped, places) if self._mapped.skip else None

    def read_times(self, parts: Sequence[str]) -> Sequence[str]:
        """Return `2016-07-14T23`, or the day where there is no hour; of stays two days. Raises `RowFault`."""
        if len(self._written) == 1:
            return (self._written[0].read(parts),)
        arrival, departure = self._written
        since, until = parts[: arrival.width], parts[arrival.width :]
        # Where nothing is written, nobody left.
        return arrival.read(since)[:DAY_LENGTH], departure.read(until)[:DAY_LENGTH] if any(until) else ""

    def meant(self, cells: Mapping[str, str]) -> MeantCells:
        """Return what the cells mean."""
        unknown, others, own = dict[Cell, None](), dict[Cell, None](), dict[str, str]()
        named = set[Cell]()
        for key, answer in self._answers.items():
            meanings = list[str]()
            for column, text, meaning in _texts(answer, cells):
                taken = column.others if meaning is None else meaning
                if taken is None:
                    unknown[column.name, text] = None
                    continue
                if meaning is None:
                    others[column.name, text] = None
                else:
                    named.add((column.name, text))
                meanings.append(taken)
            own[key] = _answer(meanings, takes_several=key in self._several)
        # Whoever names a text for one question knows it, and what it is not.
        return MeantCells(own, list(unknown), [cell for cell in others if cell not in named])


Columns = OwnColumns | MappedColumns
"""How the rows of a file are read: the columns ``times`` together give the times, those ``answering`` all else.

The ``needed`` ones have to be there; where ``left_out`` is not None, a column that is neither read nor left out
is refused with the sentence ``stray``. Of the questions ``ignored``, each with its column's name, answers that are
not asked for are left away.
"""


def _texts(
    answer: Sequence[AnswerColumn], cells: Mapping[str, str]
) -> Iterator[tuple[AnswerColumn, str, str | None]]:
    return ((column, text, column.meanings.of(text)) for column in answer for text in column.texts(cells))


def _answer(meanings: list[str], *, takes_several: bool) -> str:
    """Write an answer as our own files do: empty is not asked, a lone separator is nothing chosen."""
    given = [meaning for meaning in meanings if meaning != NOT_ASKED]
    if not given:
        return ""
    chosen = dict.fromkeys(meaning for meaning in given if meaning != NOTHING_CHOSEN)
    return SEPARATOR.join(chosen) or (SEPARATOR if takes_several else "")
