"""What an annual report is made from: the wording of every register in use, and the house."""

from dataclasses import dataclass, replace

from reports.annual.told_house import ToldHouse
from reports.words.report_wording import INTERNAL, ReportWording
from reports.words.wording import Wording


@dataclass(frozen=True)
class AnnualWording:
    """The wording of every register in use: the telephone's report, the others, and the house where there is one.

    The ``others`` stand in the order of reading. Of a report for publication ``published`` has every register's
    public wording, and what of each is released.
    """

    telephone: ReportWording | None
    others: tuple[Wording, ...]
    house: ToldHouse | None
    published: ReportWording | None = None

    @property
    def parts(self) -> tuple[Wording, ...]:
        """The wordings in the order of reading."""
        return (*(self.telephone.parts if self.telephone else ()), *self.others)

    @property
    def at_home(self) -> tuple[Wording, ...]:
        """Those of the registers of people who stay in the house."""
        return tuple(words for words in self.others if words.summary.form.house)

    @property
    def notice(self) -> str:
        """Say of an internal report that it is not to be published."""
        return "" if self.published else self.parts[0].language.text(INTERNAL)

    def as_report(self, name: str) -> ReportWording:
        """Return it as one report, whose files' names begin so, in the order of reading."""
        first, *others = self.parts
        if self.published:
            return replace(self.published, name=name, main=first, beside=tuple(others))
        return ReportWording(name, first, tuple(others))

    @property
    def hidden(self) -> list[str]:
        """Say what a public report hides and why, a sentence each; nothing where nothing is hidden."""
        return self.published.hidden if self.published else []
