"""Reading a whole annual report: the wording of every register in use, and the house."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reports.analysis.period import Period
from reports.analysis.whole_house import whole_house
from reports.annual.annual_wording import AnnualWording
from reports.annual.told_house import ToldHouse
from reports.reported_forms import ReportedForms
from reports.words.language import Language
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from storage.fault import N_, Fault
from storage.figures.counts import Counts
from storage.forms.form import Form


class NothingToTell(Fault):
    """No register has anything of the period."""


class NotAYear(Fault):
    """The national form is about a year."""


class AskedReport(NamedTuple):
    """Of which period a report is asked for, on which day, in which language; ``beds`` where that is known."""

    period: Period
    today: date
    language: Language
    beds: int | None


def check_national(period: Period) -> None:
    """Raise `NotAYear` of a period that the national form does not ask about."""
    if period.kind != "year":
        raise NotAYear(N_("The national form is about a year, such as {year}."), year=period.first.year)


async def annual_wording(counts: Counts, forms: Mapping[str, Form], asked: AskedReport) -> AnnualWording:
    """Read and judge every register. Raises a `DatabaseFault`, and `NothingToTell`."""

    async def words_of(form: Form) -> Wording:
        return await wording_of(counts, form, asked.period, asked.today, asked.language)

    telephone = None
    if calls := {key: form for key, form in forms.items() if form.telephone}:
        report = await ReportedForms.telephone(calls).read(asked.period, words_of)
        telephone = report if report.beside or report.main.summary.now.total else None
    others = [await words_of(form) for form in _ordered(forms)]
    told = tuple(words for words in others if words.summary.now.total)
    if not (telephone or told):
        raise NothingToTell(N_("Nothing is registered in {period}, so there is no report."), period=asked.period)
    return AnnualWording(telephone, told, await _house(counts, others, asked))


def _ordered(forms: Mapping[str, Form]) -> list[Form]:
    """Return the forms that are no part of the telephone's report: those of the house first."""
    others = [form for form in forms.values() if not form.telephone]
    return sorted(others, key=lambda form: (form.house is None, bool(form.house and form.house.beside)))


async def _house(counts: Counts, others: Sequence[Wording], asked: AskedReport) -> ToldHouse | None:
    """Read the house where anybody stayed in it, over whole months, with every register that has been in use."""
    at_home = [words.summary for words in others if words.summary.form.house]
    if asked.period.kind == "days" or not any(summary.now.total for summary in at_home):
        return None
    forms = [summary.form for summary in at_home if summary.use.touches(summary.now.days) or summary.years]
    return ToldHouse.wholly(await whole_house(counts, forms, asked.period, asked.today, asked.beds))
