"""Which registers a report tells of, and what its files are called."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Self

from reports.analysis.period import Period
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from storage.forms.form import Form, telephone_forms


@dataclass(frozen=True)
class ReportedForms:
    """The form that leads a report, and those told with it; ``alone`` puts its key in the files' names."""

    main: Form
    beside: tuple[Form, ...] = ()
    alone: bool = False

    @classmethod
    def led_by(cls, form: Form, forms: Mapping[str, Form]) -> Self:
        """Return the telephone report where it is the calls in that lead, else the form alone."""
        first, *others = telephone_forms(forms)
        return cls(first, tuple(others)) if form == first else cls(form, alone=True)

    @classmethod
    def telephone(cls, forms: Mapping[str, Form]) -> Self:
        """Return the telephone report: calls in, calls out and planned talks in one."""
        return cls.led_by(telephone_forms(forms)[0], forms)

    async def read(self, period: Period, wording: Callable[[Form], Awaitable[Wording]]) -> ReportWording:
        """Read the wording of each form. Raises what ``wording`` raises."""
        main, *beside = [await wording(form) for form in (self.main, *self.beside)]
        return self.told(period, main, beside)

    def told(self, period: Period, main: Wording, others: list[Wording]) -> ReportWording:
        """Put the report together; of the ``others`` those that belong in it, if they have anything to tell.

        Of those whose records stay open nights and moves are told besides.
        """
        beside = (words for words in others if words.summary.form in self.beside and words.summary.now.total)
        name = f"{period.name}-{self.main.key}" if self.alone else period.name
        told_apart = (words for words in others if words.summary.form not in self.beside)
        at_home = tuple(words for words in told_apart if words.summary.now.house and words.summary.now.total)
        return ReportWording(name, main, tuple(beside), at_home=at_home)
