"""The days of every stay of 2016: what makes the nights, the seasons and the moves of the seed report.

Three adults were there when the year began, and three when it ended, since the report leaves open which new year
it means; no child was, at either. Children come and leave with their adult.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

# Arrived, left, how many children came along, and who: a woman or a man who answered, a woman who did not want to
# be registered, or one whose stay was so brief that nothing became known.
_TABLE: Final = """
2015-12-10 2016-01-24 0 woman
2015-12-13 2016-01-19 0 woman
2015-12-19 2016-02-05 0 woman
2016-01-07 2016-02-23 1 woman
2016-01-12 2016-01-26 2 woman
2016-01-23 2016-01-27 0 declined
2016-01-25 2016-02-02 0 man
2016-01-25 2016-04-08 1 woman
2016-01-26 2016-03-09 0 woman
2016-02-01 2016-05-15 0 woman
2016-02-02 2016-02-10 1 woman
2016-02-10 2016-02-16 0 woman
2016-02-20 2016-02-22 0 brief
2016-03-06 2016-03-18 1 woman
2016-03-08 2016-03-13 0 woman
2016-03-17 2016-03-26 0 woman
2016-03-25 2016-04-29 0 woman
2016-03-30 2016-04-19 0 woman
2016-04-13 2016-06-18 3 woman
2016-04-15 2016-05-07 0 woman
2016-04-18 2016-07-20 0 woman
2016-04-24 2016-06-23 0 woman
2016-04-28 2016-06-02 0 woman
2016-05-08 2016-07-10 0 woman
2016-05-15 2016-05-19 0 woman
2016-05-18 2016-06-03 0 woman
2016-05-19 2016-06-12 1 woman
2016-06-03 2016-06-14 0 declined
2016-06-04 2016-06-13 2 woman
2016-06-14 2016-09-09 0 woman
2016-06-16 2016-07-09 1 woman
2016-06-16 2016-08-31 0 woman
2016-06-17 2016-06-18 1 woman
2016-06-23 2016-06-29 0 woman
2016-06-24 2016-07-03 1 woman
2016-06-24 2016-09-14 2 woman
2016-06-26 2016-11-12 0 woman
2016-07-01 2016-07-05 2 woman
2016-07-06 2016-07-27 0 man
2016-07-10 2016-08-29 1 woman
2016-07-11 2016-07-18 1 woman
2016-07-16 2016-08-02 1 woman
2016-07-17 2016-08-04 2 woman
2016-07-29 2016-08-19 2 woman
2016-08-01 2016-09-27 0 woman
2016-08-12 2016-08-14 0 declined
2016-08-18 2016-09-01 0 woman
2016-08-18 2016-09-07 0 woman
2016-08-22 2016-08-24 0 woman
2016-08-24 2016-08-31 2 woman
2016-08-26 2016-09-04 3 woman
2016-08-26 2016-10-26 0 woman
2016-09-01 2016-09-24 1 woman
2016-09-07 2016-09-20 2 woman
2016-09-09 2016-11-27 0 woman
2016-09-18 2016-09-28 0 woman
2016-09-21 2016-10-02 2 woman
2016-09-23 2016-12-22 1 woman
2016-09-28 2016-10-20 0 woman
2016-10-07 2016-10-08 2 brief
2016-10-07 2016-10-10 2 woman
2016-10-11 2016-11-06 0 woman
2016-10-13 2016-11-05 2 woman
2016-10-19 2016-10-28 0 woman
2016-10-27 2016-10-31 1 woman
2016-11-05 2016-11-11 0 declined
2016-11-08 2016-12-11 0 woman
2016-11-11 2016-11-14 0 woman
2016-11-27 2016-12-22 1 woman
2016-11-29 2016-12-02 1 woman
2016-11-30 2017-01-17 0 woman
2016-12-06 2016-12-20 1 woman
2016-12-16 2016-12-17 0 woman
2016-12-16 2017-01-20 0 woman
2016-12-17 2017-01-08 0 woman
"""


@dataclass(frozen=True)
class Days:
    """The stay of an adult: when, with how many children, and who."""

    arrived: date
    left: date
    children: int
    who: str

    @property
    def answered(self) -> bool:
        """Whether there are answers."""
        return self.who in {"woman", "man"}


def _read(line: str) -> Days:
    arrived, left, children, who = line.split()
    return Days(date.fromisoformat(arrived), date.fromisoformat(left), int(children), who)


DAYS: Final = tuple(_read(line) for line in _TABLE.split("\n")[1:-1])
