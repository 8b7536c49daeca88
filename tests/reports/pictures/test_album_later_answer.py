"""A tertial's album of a form to which an answer was added in between."""

from pathlib import Path

from reports.analysis.period import Period
from reports.analysis.summary_reading import reading_of, summary_of
from reports.analysis.trend import trend_of
from reports.pictures.album import album
from reports.words.language import Language
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.reports.summaries import LIMITS, TODAY

ANSWERS = {"caller": "woman", "behalf": "self", "reason": "guidance", "crisis": "no", "minority": "no"}


async def test_an_answer_that_came_in_later_leaves_a_gap_before(tmp_path: Path) -> None:
    text = (Path(__file__).parents[3] / "storage/forms/call.toml").read_text(encoding="utf-8")
    file = tmp_path / "call.toml"
    file.write_text(
        text.replace('{ key = "guidance",', '{ key = "guidance", since = 2026-05-01,'), encoding="utf-8"
    )
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        form = read_form(file)
        drafts = [
            Draft(form, f"2026-{month:02}-07", "registered", {**ANSWERS, "reason": reason}, f"{month}")
            for month, reason in enumerate(["violence"] * 4 + ["guidance"] * 7, start=1)
        ]
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        period = Period.named("2026-T2")
        words = Wording(await summary_of(Counts(database), form, period, TODAY), Language("nb"))
        trend = await trend_of(reading_of(Counts(database), form, TODAY), period, words.summary.use)

        reasons = next(page for page in album(words, trend, LIMITS) if "T1 2026" in page.text)
    assert "Konkret om vold: T1 2026: 4 · T2 2026: 0" in reasons.text
    assert "Råd og veiledning: T2 2026: 4" in reasons.text
