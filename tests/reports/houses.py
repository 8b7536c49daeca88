"""A house with a few stays, and what is told of it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.analysis.period import Period
from reports.annual.annual_wording import AnnualWording
from reports.annual.public_annual import PublicAnnualDraft, public_annual
from reports.annual.reading import AskedReport, annual_wording
from reports.public_report import PublicReports
from reports.publishing import Publisher
from reports.words.language import Code, Language
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.form import Form
from storage.forms.question import Answers, Outcome
from storage.forms.reader import OWN_FORMS, read_form
from storage.hour import Hour
from storage.records.records import Draft, Records
from storage.releases.ledger import Ledger
from storage.stays.stay import Arrival
from storage.stays.stays import Stays
from tests.example_forms import CALL, TEST_FORMS, changed

STAY, CHILD, TALK = (read_form(OWN_FORMS / f"{key}.toml") for key in ("stay", "child_stay", "consultation"))
ASKED = ("sex", "age", "children", "first_this_year")
WAITING = read_form(TEST_FORMS / "waiting" / "waiting.toml")
SHORT = (
    *(
        changed(form, entries=[entry for entry in form.entries if entry.key in {*ASKED, "arrived", "left"}])
        for form in (STAY, CHILD)
    ),
    TALK,
)
"""The same registers, of stays with few questions, which are protected sooner."""
TODAY = date(2017, 1, 20)
NOW = Hour.parse("2017-01-20T12")


@dataclass(frozen=True)
class Place:
    """A database that stays, talks and calls are kept in, and what is read of it."""

    database: Database

    async def stay(
        self, arrived: str, left: str | None, form: Form = STAY, **answers: str | tuple[str, ...]
    ) -> None:
        """Keep a stay, of a woman or a child unless said otherwise; without answers it is declined."""
        person = form.persons[0] if form.persons else ""
        if form is STAY:
            person = str(answers.get("sex", "woman"))
        days = date.fromisoformat(arrived), date.fromisoformat(left) if left else None
        arrival = Arrival(form, await self._source(), _outcome(answers), person, days[0], answers, days[1])
        await Stays(self.database).begin(arrival, by=1, now=NOW)

    async def record(self, form: Form, hour: str, **answers: str) -> None:
        """Keep a talk or a call; without answers it is declined."""
        draft = Draft(form, hour, _outcome(answers), answers, await self._source())
        await Records(self.database).save_all([draft], now=NOW)

    async def _source(self) -> str:
        [(kept,)] = await self.database.read("SELECT count(*) FROM record")
        return f"kept-{kept}"

    async def typed(self, form: Form, period: str, base: int | None = None, **figures: int) -> None:
        """Type in figures of an earlier report: `heads_woman=78`, `total=80`; answers are of a ``base``."""
        places = {name: TOTAL if name == "total" else tuple(name.split("_", 1)) for name in figures}
        told = {(key, what): PrintedFigure(figures[name], base=base) for name, (key, what) in places.items()}
        await Counts(self.database).history.keep(form.key, {period: told})

    async def told(self, form: Form, period: str, today: date = TODAY, code: Code = "nb") -> Wording:
        """Read what is said of a form."""
        return await wording_of(Counts(self.database), form, Period.named(period), today, Language(code))

    async def annual(
        self,
        period: str = "2016",
        forms: Sequence[Form] = (CALL, STAY, CHILD, TALK),
        today: date = TODAY,
        code: Code = "nb",
        beds: int | None = 3,
    ) -> AnnualWording:
        """Read the whole annual report."""
        asked = AskedReport(Period.named(period), today, Language(code), beds)
        return await annual_wording(Counts(self.database, CALL.key), {form.key: form for form in forms}, asked)

    async def public(self, period: str = "2016", today: date = TODAY, beds: int = 3) -> PublicAnnualDraft:
        """Protect the whole annual report as the releases before it require; nothing is noted."""
        full, worker = await self.annual(period, SHORT, today, beds=beds), WorkerClient()
        asked = AskedReport(Period.named(period), today, Language("nb"), beds)
        publisher = Publisher(Counts(self.database, CALL.key), Ledger(self.database), worker, k=5)
        try:
            return await public_annual(PublicReports(publisher), full, asked)
        finally:
            await worker.close()


def _outcome(answers: Answers) -> Outcome:
    return "registered" if answers else "declined"


@asynccontextmanager
async def place(folder: Path) -> AsyncIterator[Place]:
    """Open an empty database."""
    async with Database.open(folder / "house.db") as database:
        yield Place(database)
