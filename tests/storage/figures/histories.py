"""What can happen to records, in any order, and what then has to be counted."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from storage.database.connection import Database
from storage.forms.question import OUTCOMES, Answers, Outcome
from storage.hour import Hour
from storage.imports.imports import Imports
from storage.records.corrections import Correction, Corrections
from storage.records.records import Draft, Records
from storage.records.retention import forget
from storage.shifts.handovers import Handovers
from tests.example_forms import CALL, VISITS
from tests.storage.imports.file_rows import file_row
from tests.storage.rows import NAV, NOW, RETENTION, SEAT, rows

SOURCES = ("a:1", "b:1", "c:1", "d:1")
"""With a colon, so that the file itself knows them by these names."""
HOURS = ("2016-06-30T23", "2016-07-01T00", "2016-07-14T22", "2016-07-14T23", "2016-08-31T12")
DAY, EVENING = "2016-07-14T07:30", "2016-07-14T15:00"
RAW = (
    """INSERT OR IGNORE INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)
    VALUES ('call', '', '2016-07-14', '2016-07-14', ?, 'registered', '{}')""",
    """INSERT OR IGNORE INTO record
        (form, fingerprint, occurred_at, recorded_at, source, outcome, answers, voided_at)
    VALUES ('call', '', '2016-07-14', '2016-07-14', 'raw ' || ?, 'registered', '{}', '2016-07-14')""",
    "UPDATE record SET form = 'visit' WHERE source = ?",
    "UPDATE record SET occurred_at = '2016-07-01' WHERE source = ? AND outcome <> 'declined'",
    "UPDATE record SET outcome = 'irrelevant' WHERE source = ? AND outcome <> 'declined'",
    "UPDATE record SET answers = '{}' WHERE source = ?",
    "UPDATE record SET voided_at = iif(voided_at IS NULL, '2016-07', NULL) WHERE source = ?",
    "DELETE FROM record WHERE source IN (?1, 'raw ' || ?1) AND id NOT IN (SELECT record FROM change)",
)

Count = tuple[str, str, str, str, str]
"""Grain, form, period, outcome and answers."""


@dataclass(frozen=True)
class Step:
    """One thing that happens, to a record or to a few."""

    what: Literal["save", "import", "take back", "correct", "move", "void", "restore", "fill", "forget", "raw"]
    source: str
    hour: str
    outcome: Outcome
    given: Answers
    several: int
    raw: str

    @property
    def draft(self) -> Draft:
        """A call with these answers."""
        form = VISITS if self.source == "d:1" else CALL
        return Draft(form, self.hour, self.outcome, self.answers, self.source, EVENING)

    @property
    def answers(self) -> Answers:
        """The answers that the outcome allows."""
        return {} if self.outcome == "declined" else self.given


STEP = st.builds(
    Step,
    source=st.sampled_from(SOURCES),
    hour=st.sampled_from(HOURS),
    outcome=st.sampled_from(OUTCOMES),
    given=st.sampled_from([NAV, {"caller": "man"}, {}]),
    several=st.integers(1, 4),
    raw=st.sampled_from(RAW),
)
STEPS = st.lists(STEP, min_size=15, max_size=25)


@dataclass(frozen=True)
class Life:
    """A database that things happen to."""

    database: Database

    async def begin(self) -> None:
        """Keep a call of each source, for things to happen to."""
        for source, hour in zip(SOURCES, HOURS, strict=False):
            call = Draft(VISITS if source == "d:1" else CALL, hour, "registered", NAV, source, EVENING)
            await Records(self.database).save(call, by=SEAT, now=NOW)

    async def go_through(self, step: Step) -> None:
        """Let one thing happen, whether or not there is such a record."""
        corrections = Corrections(self.database)
        match step.what:
            case "save":
                await Records(self.database).save(step.draft, by=SEAT, now=NOW)
            case "import":
                found = [file_row(step.draft)] * step.several
                await Imports(self.database).add(step.draft.form, found, RETENTION, now=NOW)
            case "take back":
                await self._take_back()
            case "correct":
                await self._correct(step)
            case "move":
                await corrections.move(step.source, Hour.parse(step.hour), None, by=SEAT, now=NOW)
            case "void" | "restore":
                change = corrections.void if step.what == "void" else corrections.restore
                await change(step.source, by=SEAT, now=NOW, shift=EVENING)
            case "fill":
                await self._fill(step)
            case "forget":
                await forget(self.database, RETENTION, now=Hour.parse(step.hour).earlier(-24 * 32))
            case "raw":
                await self.database.write(step.raw, (step.source,))

    async def _take_back(self) -> None:
        imports = Imports(self.database)
        for file in await imports.all():
            await imports.undo(file.number, now=NOW)

    async def _correct(self, step: Step) -> None:
        record = await Records(self.database).find(step.source)
        if record:
            new = Correction(step.source, record.revision, step.outcome, step.answers, by=SEAT, at=NOW)
            await Corrections(self.database).answer(new, CALL)

    async def _fill(self, step: Step) -> None:
        handovers = Handovers(self.database)
        await handovers.ask(DAY, EVENING, [SEAT])
        await handovers.reopen(DAY)
        await handovers.count(DAY, 3)
        drafts = [Draft(CALL, step.hour, "unspecified", {}, f"filled {n}", DAY) for n in range(4)]
        await handovers.fill(DAY, drafts, by=SEAT, now=NOW)

    def counts(self) -> dict[Count, int]:
        """Return what is counted, by the file itself."""
        return {tuple(place): calls for *place, calls in rows(self.database.path, "SELECT * FROM answer_count")}

    def records(self) -> dict[Count, int]:
        """Count the records one by one."""
        counted = Counter[Count]()
        valid = "SELECT form, occurred_at, outcome, answers FROM record WHERE voided_at IS NULL"
        for form, occurred_at, outcome, answers in rows(self.database.path, valid):
            counted["month", form, occurred_at[:7], outcome, answers] += 1
            if outcome != "declined":
                counted["day", form, occurred_at[:10], outcome, answers] += 1
        return dict(counted)
