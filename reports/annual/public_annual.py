"""An annual report as it may be published: every register and the house protected together, and noted together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reports.analysis.house import Heads, added
from reports.analysis.period import Period
from reports.analysis.stay_reading import StayReading
from reports.annual.annual_wording import AnnualWording
from reports.annual.public_house import PublicHouse, PublicRegister
from reports.annual.reading import AskedReport
from reports.annual.told_house import ToldHouse
from reports.public_report import PublicDraft, PublicReports
from reports.publishing import NotWhole, check_whole
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from storage.fault import N_

HOUSE_CUT = N_(
    "Of the house, adults, children and their nights are told, no moves, and no months in which few stayed."
)


@dataclass(frozen=True)
class PublicAnnualDraft:
    """What may be told of an annual report, and the releases of its registers, which are not noted yet."""

    told: AnnualWording
    draft: PublicDraft


def check_whole_year(period: Period, today: date) -> None:
    """Raise `NotWhole` of a period that no annual report is published of: it is no year, or not over."""
    if period.kind != "year":
        words = N_("The whole annual report is published of whole years alone, such as {year}.")
        raise NotWhole(words, year=period.first.year)
    check_whole(period, today)


async def public_annual(public: PublicReports, full: AnnualWording, asked: AskedReport) -> PublicAnnualDraft:
    """Protect all that an annual report tells of; nothing is noted. Raises what `PublicReports.draft` raises.

    That is `NotWhole` of what is no year, too. A register of which even the total is hidden is left out, and what
    the house has of it.
    """
    check_whole_year(asked.period, asked.today)
    k = public.publisher.k
    leading = next((words for words in full.parts if words.summary.now.total >= k), full.parts[0])
    beside = tuple(words for words in full.parts if words is not leading)
    draft = await public.draft(ReportWording(f"{asked.period.name}-annual", leading, beside), asked.today)
    shown = {words.summary.form.key: words for words in draft.report.parts}
    house = await _house(public, full, draft, asked)
    also = (asked.language.text(HOUSE_CUT),) if house else ()
    published = replace(draft.report, also_hidden=also)
    told = AnnualWording(
        telephone=_telephone(full, shown),
        others=tuple(shown[words.summary.form.key] for words in full.others if words.summary.form.key in shown),
        house=house,
        published=published,
    )
    return PublicAnnualDraft(told, replace(draft, report=published))


def _telephone(full: AnnualWording, shown: Mapping[str, Wording]) -> ReportWording | None:
    """Return what of the telephone's report is shown, led by the first register of it that is."""
    parts = full.telephone.parts if full.telephone else ()
    told = [shown[words.summary.form.key] for words in parts if words.summary.form.key in shown]
    return ReportWording(full.parts[0].summary.period.name, told[0], tuple(told[1:])) if told else None


async def _house(
    public: PublicReports, full: AnnualWording, draft: PublicDraft, asked: AskedReport
) -> ToldHouse | None:
    """Read how many there were in each month, and return what may be told of the house."""
    if full.house is None:
        return None
    counts, monthly = public.publisher.counts, dict[str, Heads]()
    readings = [StayReading(counts, words.summary.form, asked.today) for words in full.at_home]
    for month in full.house.whole.figures.months:
        days = Period.named(month).days
        monthly[month] = added([await reading.heads(days) for reading in readings])
    releases = {one.release.form.key: one.release for one in draft.drafts}
    registers = {
        words.summary.form.key: PublicRegister(
            releases[words.summary.form.key],
            {year.period: year.figures for year in words.summary.years if year.figures.typed},
        )
        for words in full.at_home
    }
    return PublicHouse(full.house.whole, registers, monthly, public.publisher.k).told()
