"""Reading what is said of a period: its summary, judged, in one language."""

from datetime import date

from reports.analysis.period import Period
from reports.analysis.summary_reading import summary_of
from reports.statements.family import family_in_turns
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.counts import Counts
from storage.forms.form import Form


async def wording_of(counts: Counts, form: Form, period: Period, today: date, language: Language) -> Wording:
    """Read and judge the summary of a period, letting other tasks go first. Raises a `DatabaseFault`."""
    summary = await summary_of(counts, form, period, today)
    return Wording(summary, language, await family_in_turns(summary))
