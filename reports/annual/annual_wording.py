"""What an annual report is made from: the wording of every register in use, and the house."""

from dataclasses import dataclass

from reports.analysis.whole_house import WholeHouse
from reports.words.report_wording import INTERNAL, ReportWording
from reports.words.wording import Wording


@dataclass(frozen=True)
class AnnualWording:
    """The wording of every register in use: the telephone's report, the others, and the house where there is one.

    The ``others`` stand in the order of reading.
    """

    telephone: ReportWording | None
    others: tuple[Wording, ...]
    house: WholeHouse | None

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
        """Say that it is not to be published."""
        return self.parts[0].language.text(INTERNAL)
