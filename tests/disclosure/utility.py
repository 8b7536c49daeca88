"""How much is hidden only for the sake of others."""

from dataclasses import dataclass

from reports.publication.listing import counts_answers
from tests.disclosure.histories import ReleaseHistory


@dataclass(frozen=True)
class Hidden:
    """How many counts are hidden, and how many of them are not small themselves."""

    counts: int = 0
    not_small: int = 0

    def __add__(self, other: "Hidden") -> "Hidden":
        return Hidden(self.counts + other.counts, self.not_small + other.not_small)

    @property
    def share(self) -> float:
        """The share of the hidden counts that are not small themselves."""
        return self.not_small / self.counts if self.counts else 0.0


def hidden_in(history: ReleaseHistory) -> Hidden:
    """Count what the releases of a history hide."""
    figures = [figure for shown in history.shown for figure in shown.period.hidden if counts_answers(figure.cell)]
    return Hidden(len(figures), sum(not figure.small for figure in figures))
