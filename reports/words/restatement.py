"""Restatement: how a period's figures stand to those that were reported before."""

import json
from dataclasses import dataclass
from typing import Self

from reports.analysis.period import Period
from reports.analysis.reported import ReportedTally, is_the_same
from reports.analysis.tally import Tally, tally_json
from reports.language import capital
from reports.words.wording import Wording
from storage.forms.form import Form


def as_reported(tally: Tally) -> str:
    """Return a tally as it is kept with its delivery: canonical JSON, zeros left out for options to come."""
    return json.dumps(_without_zeros(tally_json(tally)), sort_keys=True, separators=(",", ":"))


def _without_zeros(counted: object) -> object:
    if not isinstance(counted, dict):
        return counted
    kept = {key: _without_zeros(value) for key, value in counted.items()}
    return {key: value for key, value in kept.items() if value not in (0, {})}


@dataclass(frozen=True)
class Restated:
    """A period whose figures are others now than when they were reported.

    ``now`` and ``said`` are the totals, which may be the same; ``tally`` is the one now, `as_reported`.
    """

    period: Period
    now: int
    said: int
    tally: str

    @classmethod
    def of(cls, form: Form, tally: Tally, said: str) -> Self | None:
        """Compare a tally with one that was reported, `as_reported`; None where at most the form has changed."""
        before = ReportedTally.model_validate_json(said)
        if before.form != tally.form or is_the_same(form, tally, before):
            return None
        return cls(tally.period, tally.total, before.total, as_reported(tally))


def restated_line(words: Wording, restated: Restated) -> str:
    """Say what has become of a reported period, as the next summary tells it."""
    period = capital(words.name(restated.period))
    if restated.now == restated.said:
        return words.language.text(
            "{period} has been corrected since the report; the total is the same.", period=period
        )
    return words.language.text(
        "{period} is now {calls}, against {said} in the report.",
        period=period,
        calls=words.calls(restated.now),
        said=words.language.number(restated.said),
    )


def restated_notice(words: Wording, restated: Restated, number: str) -> str:
    """Say under a period's own figures that a report, named by its number, told others."""
    name = restated.period.name
    if restated.now == restated.said:
        return words.language.text("Corrected since report {name} · {number}.", name=name, number=number)
    return words.language.text(
        "Report {name} · {number} said {calls}.", name=name, number=number, calls=words.calls(restated.said)
    )
