"""The form and the period that an address names, and the links to others."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.desk.desk import Desk
from bot.desk.visit import Visit
from handlers.statistics.period_buttons import KINDS, PeriodButtons
from reports.analysis.period import Period
from reports.words.language import Language, upper_first
from reports.words.period_name import period_name
from storage.forms.form import Form

LONGEST = 100
"""Characters of a period in words that are read."""


@dataclass(frozen=True)
class PeriodLink:
    """A period to go to, and what the link to it says; ``here`` where it is the one shown."""

    name: str
    label: str
    here: bool = False


@dataclass(frozen=True)
class PeriodChoice:
    """The period shown, of a form, and the links to others: before and after, longer and shorter, its year's.

    ``years`` are the one before and the one after.
    """

    form: Form
    forms: Sequence[Form]
    name: str
    earlier: PeriodLink | None
    later: PeriodLink | None
    kinds: Sequence[PeriodLink]
    of_year: Sequence[Sequence[PeriodLink]]
    years: Sequence[PeriodLink]

    @property
    def query(self) -> str:
        """What names the form and the period in an address."""
        return urlencode({"period": self.name, "form": self.form.key})


def asked_form(visit: Visit, desk: Desk) -> Form:
    """Return the form that the address names, or the first."""
    return desk.told_form(visit.request.query.get("form", ""))


def period_choice(desk: Desk, others: PeriodButtons, period: Period) -> PeriodChoice:
    """Return the links around a period."""
    language, year = desk.language, period.within("year")
    return PeriodChoice(
        form=others.form,
        forms=tuple(desk.cases.forms.values()),
        name=period.name,
        earlier=_named(others.earlier(period), language),
        later=_named(others.later(period), language),
        kinds=[
            PeriodLink(other.name, language.text(KINDS[kind]), here=other == period)
            for kind, other in others.of_kinds(period)
        ],
        of_year=_of_year(others, period, year, language),
        years=[PeriodLink(one.name, one.name) for one in (others.earlier(year), others.later(year)) if one],
    )


def _named(period: Period | None, language: Language) -> PeriodLink | None:
    return PeriodLink(period.name, upper_first(period_name(period, language))) if period else None


def _of_year(
    others: PeriodButtons, shown: Period, year: Period, language: Language
) -> Sequence[Sequence[PeriodLink]]:
    """Return the months, the tertials, and the whole of a year."""
    whole = PeriodLink(year.name, language.text("All of {year}", year=year.name), here=year == shown)
    kinds = (others.of_year(year, "month"), others.of_year(year, "tertial"))
    links = [[PeriodLink(one.name, others.short(one), here=one == shown) for one in kind] for kind in kinds]
    return [*links, [whole]]
