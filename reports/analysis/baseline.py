"""The figures of the year before: counted from records, or typed in from an earlier report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reports.analysis.tally import Tally
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.form import Form

Answer = tuple[str, str]
"""A question's key and an option's."""


@dataclass(frozen=True)
class Baseline:
    """What is known of the year before; what is None, or missing from ``counts``, is not known.

    ``typed`` tells that it comes from an earlier report; ``bridged`` are answers that include earlier keys.
    """

    total: int | None
    highlighted: int | None
    counts: Mapping[Answer, int]
    bridged: frozenset[Answer] = field(default=frozenset())
    typed: bool = False

    @classmethod
    def counted(cls, form: Form, tally: Tally) -> Self:
        """Return a baseline counted from records."""
        counts = {}
        for question in form.questions:
            told = tally.questions[question.key]
            for option in question.options:
                counts[question.key, option.key] = told.unknown if option.unknown else told.options[option.key]
        bridged = frozenset((key, option) for key, told in tally.questions.items() for option in told.bridged)
        return cls(tally.total, tally.highlighted, counts, bridged)

    @classmethod
    def typed_in(cls, form: Form, figures: Mapping[Answer, PrintedFigure]) -> Self:
        """Return a baseline typed in from an earlier report; what it tells as a share is left out."""
        counts, bridged = Counter[Answer](), set[Answer]()
        known = {answer: figure.count for answer, figure in figures.items() if figure.count is not None}
        for (key, option), count in known.items():
            called = form.by_key[key].now_called.get(option, option) if key in form.by_key else option
            counts[key, called] += count
            if called != option:
                bridged.add((key, called))
        highlighted = next((counts[answer] for answer in form.highlight.items() if answer in counts), None)
        return cls(known.get(TOTAL), highlighted, dict(counts), frozenset(bridged), typed=True)

    def count(self, question: str, option: str) -> int | None:
        """Return how many gave an answer; None where that is not known."""
        return self.counts.get((question, option))
