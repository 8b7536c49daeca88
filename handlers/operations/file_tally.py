"""What the good rows of a file come to, counted as they stream by."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.analysis.tally import as_called_now, chosen_options
from storage.forms.form import Form
from storage.forms.question import Question
from storage.imports.file_row import FileRow, Said

MOST_REMEMBERED = 10_000
"""How many different rows are held before they are counted answer by answer."""


@dataclass(frozen=True)
class AnswerTally:
    """How many rows answer a question with each option, those included that answer "not known".

    Of the ``known`` answers, ``nothing`` are those in which none of several was chosen.
    """

    options: Mapping[str, int]
    known: int
    nothing: int


@dataclass(frozen=True)
class FileTally:
    """How many rows each month and each outcome has, and of each question that any row answers the answers."""

    months: Mapping[str, int]
    outcomes: Mapping[str, int]
    questions: Mapping[str, AnswerTally]

    @property
    def rows(self) -> int:
        """How many rows are counted."""
        return sum(self.outcomes.values())


class RowCounter:
    """Counts rows of a form; what it holds grows with the different answers of a file, within bounds."""

    def __init__(self, form: Form) -> None:
        """Count rows of ``form``."""
        self._form = form
        self._said, self._outcomes, self._months = Counter[Said](), Counter[str](), Counter[str]()
        self._options: dict[str, Counter[str]] = defaultdict(Counter)
        self._known, self._nothing = Counter[str](), Counter[str]()

    def passing(self, rows: Iterable[FileRow]) -> Iterator[FileRow]:
        """Yield the rows, each counted."""
        for row in rows:
            self._months[row.time[:7]] += 1
            self._said[row.said] += 1
            if len(self._said) >= MOST_REMEMBERED:
                self._unfold()
            yield row

    def tally(self) -> FileTally:
        """Return what was counted so far."""
        self._unfold()
        questions = {
            question.key: AnswerTally(
                dict(self._options[question.key]), self._known[question.key], self._nothing[question.key]
            )
            for question in self._form.questions
            if self._known[question.key] or self._options.get(question.key)
        }
        return FileTally(dict(sorted(self._months.items())), dict(self._outcomes), questions)

    def _unfold(self) -> None:
        for said, count in self._said.items():
            self._outcomes[said.outcome] += count
            for key, answer in json.loads(said.answers).items():
                # Shares are of registered records alone, as in every report.
                if said.outcome == "registered" or key not in self._form.asked:
                    self._count(self._form.by_key[key], chosen_options(answer), count)
        self._said.clear()

    def _count(self, question: Question, given: list[str], count: int) -> None:
        key, options = question.key, as_called_now(question.now_called, list(map(question.counted_as, given)))
        strange = {option.key for option in question.options if option.unknown}
        self._options[key].update(dict.fromkeys(options, count))
        is_known = not options or not strange.issuperset(options)
        self._known[key] += count * is_known
        self._nothing[key] += count * (not options)
