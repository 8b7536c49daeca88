"""The year before as it may be published: counted from records, or as an earlier report prints it."""

from dataclasses import dataclass

from reports.analysis.baseline import Answer, Baseline, EarlierFigure
from reports.publication.printed import shows_printed
from reports.publication.protected import ProtectedPeriod
from storage.figures.history import GROUP, TOTAL
from storage.forms.form import Form
from storage.forms.question import Option, Question


@dataclass(frozen=True)
class PublicBaseline:
    """What may be told of a year before; ``told`` is what a release shows of it, None where nothing may be.

    Figures of earlier reports are told for all answers to questions that hang together, or for none.
    """

    form: Form
    full: Baseline
    told: ProtectedPeriod | None
    k: int

    def baseline(self) -> Baseline:
        """Return the year before without what is hidden."""
        shown, hidden = dict[Answer, EarlierFigure](), set[Answer]()
        for question in self.form.crossable:
            for option in question.counted_options:
                answer = (question.key, option.key)
                if answer not in self.full.answers:
                    continue
                if figure := self._figure(question, option):
                    shown[answer] = figure
                if not self._shows_share(question, option):
                    hidden.add(answer)
            group = (question.key, GROUP)
            if group in self.full.answers:
                if not shows_printed(self.form, self.full, question, self.k):
                    hidden.add(group)
                elif self._is_alone(question):
                    shown[group] = self.full.answers[group]
        if not self._shows_total:
            hidden.add(TOTAL)
        return Baseline(
            total=self.full.total if self._shows_total else None,
            highlighted=next((shown[answer] for answer in self.form.highlight.items() if answer in shown), None),
            answers=shown,
            bridged=self.full.bridged & shown.keys(),
            typed=self.full.typed,
            hidden=frozenset(hidden),
        )

    @property
    def _shows_total(self) -> bool:
        if self.full.typed:
            return is_safe(self.full.total, self.k)
        return self.told is not None and self.told.shows_total

    def _shows_share(self, question: Question, option: Option) -> bool:
        if self.full.typed:
            return shows_printed(self.form, self.full, question, self.k)
        return self.told is not None and self.told.shows_share(question, option)

    def _is_alone(self, question: Question) -> bool:
        """Tell whether a group is printed without any of its answers, beside which the others would be known."""
        grouped = question.group.options if question.group else ()
        return not any((question.key, option) in self.full.answers for option in grouped)

    def _figure(self, question: Question, option: Option) -> EarlierFigure | None:
        """Return what may be told of an answer: without its base where that is hidden, None where its count is."""
        figure = self.full.answers[question.key, option.key]
        if self._shows_share(question, option):
            return figure
        shows_count = not self.full.typed and self.told is not None and self.told.shows_answer(question, option)
        return EarlierFigure(figure.count, None) if shows_count else None


def is_safe(total: int | None, k: int) -> bool:
    """Tell whether a total of an earlier report may be told again."""
    return total is None or total == 0 or total >= k
