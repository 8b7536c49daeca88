"""Preparing a summary: what it tells, what comes with it, and what is remembered of it."""

import sys
from datetime import date

import pytest

from handlers.summaries.due import Bundle
from handlers.summaries.preparation import LOOKED_BACK
from handlers.tap.actions import (
    AskPublication,
    OfPeriod,
    SendChapter,
    SendWorkbook,
    ShowAbout,
    ShowChart,
    ShowProse,
    ShowTable,
)
from handlers.tap.cross_table_actions import ChooseRows
from reports.analysis.period import Period
from reports.analysis.restatement import as_reported
from reports.analysis.tally import tally
from reports.words.message import Circumstances
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from tests.example_forms import CALL, VISITS
from tests.handlers.centre import Centre
from tests.handlers.summaries.preparing import (
    OCTOBER,
    TODAY,
    open_summaries,
    prepare,
    register,
    reported_tallies,
)
from tests.reports.quick_worker import PIXEL


@pytest.fixture
def database(centre: Centre) -> Database:
    """Take the centre's database."""
    return centre.database


async def test_a_month_tells_its_figures_and_its_number_in_the_language_asked_for(database: Database) -> None:
    await register(database, "2026-10-01", "2026-10-02", "2026-11-01")

    norwegian = (await prepare(open_summaries(database))).message
    english = (await prepare(open_summaries(database), code="en")).message

    assert norwegian.caption.startswith("Månedsrapport for oktober 2026")
    assert "2\u00a0samtaler" in norwegian.caption
    assert norwegian.caption.endswith("Rapport 2026-10 · A5")
    assert english.caption.startswith("Monthly report for October 2026")


@pytest.mark.parametrize(
    ("name", "with_workbook", "files"),
    [
        ("2026-10", False, {"Excel": SendWorkbook, "Krysstabell": ChooseRows}),
        ("2026-T2", True, {"Excel": SendWorkbook, "Krysstabell": ChooseRows}),
        ("2025", True, {"Excel": SendWorkbook, "Word": SendChapter, "Krysstabell": ChooseRows}),
    ],
)
async def test_beneath_it_stand_its_texts_and_its_documents(
    database: Database, name: str, files: dict[str, type[OfPeriod]], *, with_workbook: bool
) -> None:
    prepared = await prepare(open_summaries(database), name)

    assert [[button.label for button in row] for row in prepared.rows] == [
        ["Tabell", "Tekst", "Om tallene"],
        [*files],
        ["Til publisering"],
    ]
    taps = [button.tap for row in prepared.rows for button in row]
    kinds: list[type[OfPeriod]] = [ShowTable, ShowProse, ShowAbout, *files.values(), AskPublication]
    assert taps == [kind(CALL, Period.named(name)) for kind in kinds]
    assert prepared.with_workbook is with_workbook
    assert prepared.documents.workbook
    assert prepared.documents.workbook.name == f"{name}.xlsx"


async def test_other_forms_have_a_line_and_a_button_each(database: Database) -> None:
    await register(database, "2026-10-01", form=CALL)
    await register(database, "2026-10-01", "2026-10-02", "2026-10-03", form=VISITS)

    alone = await prepare(open_summaries(database))
    prepared = await prepare(open_summaries(database, [VISITS]))

    assert "Registreringer: " not in alone.message.caption
    assert "\n\nRegistreringer: 3" in prepared.message.caption
    assert [(button.label, button.tap) for row in prepared.rows[2:-1] for button in row] == [
        ("Besøk", ShowChart(VISITS, OCTOBER))
    ]
    assert len(alone.rows) == 3
    assert (await prepare(open_summaries(database, [VISITS]), code="en")).rows[-2][0].label == "Visit"


async def test_what_is_remembered_is_the_tally_it_tells_and_that_of_every_period_in_a_line(
    database: Database,
) -> None:
    await register(database, "2026-07-01", "2026-08-01", "2026-08-02", "2026-09-01", "2026-10-01", "2026-12-24")
    older, within = Period.named("2026-T1"), Period.named("2026-08")
    bundle = Bundle("tertial", Period.named("2026-T2"), (older,), (("monthly", within),))
    circumstances = Circumstances("tertial", 1, doubtful=True)

    prepared = await open_summaries(database).prepare(bundle, "nb", circumstances, today=TODAY, reported={})

    told = await reported_tallies(database, "2026-T1", "2026-T2", "2026-08")
    assert prepared.tally == told["2026-T2"]
    assert prepared.lines == {"2026-T1": told["2026-T1"], "2026-08": told["2026-08"]}
    text = prepared.message.caption
    assert "Mens maskinen var av:\n1.\u00a0tertial 2026: 0\u00a0samtaler" in text
    assert "August 2026: 2\u00a0samtaler" in text
    assert text.endswith("Denne rapporten kan ha kommet før.")


async def test_earlier_periods_that_have_changed_since_their_report_are_told_oldest_first(
    database: Database,
) -> None:
    months = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]
    await register(database, *(f"{month}-01" for month in months))
    reported = await reported_tallies(database, *months)
    await register(database, "2026-07-20", "2026-09-20", "2026-10-20", name="late")

    prepared = await prepare(open_summaries(database), reported=reported)

    assert [(each.period.name, each.now, each.reported) for each in prepared.restated] == [
        ("2026-07", 2, 1),
        ("2026-09", 2, 1),
    ]
    assert [each.tally for each in prepared.restated] == [
        *(await reported_tallies(database, "2026-07", "2026-09")).values()
    ]
    assert prepared.message.caption.index("Juli 2026 er nå 2") < prepared.message.caption.index(
        "September 2026 er nå 2"
    )


async def test_nothing_is_restated_where_nothing_was_reported(database: Database) -> None:
    await register(database, "2026-09-01")

    assert (await prepare(open_summaries(database))).restated == []
    assert (
        await prepare(open_summaries(database), reported=await reported_tallies(database, "2026-10"))
    ).restated == []


@pytest.mark.parametrize(("back", "told"), [(1, 1), (LOOKED_BACK, 1), (LOOKED_BACK + 1, 0)])
async def test_a_year_of_months_is_looked_back_on(database: Database, back: int, told: int) -> None:
    period = OCTOBER
    for _ in range(back):
        period = period.earlier
    reported = await reported_tallies(database, period.name)
    await register(database, f"{period.name}-01")

    restated = (await prepare(open_summaries(database), reported=reported)).restated

    assert [each.period for each in restated] == [period] * told


async def test_reports_of_another_form_are_not_compared_with(database: Database) -> None:
    visits = as_reported(tally(VISITS, OCTOBER.earlier, []))
    await register(database, "2026-09-01")

    prepared = await prepare(open_summaries(database), reported={"2026-09": visits})

    assert prepared.restated == []


async def test_a_period_that_has_not_ended_is_counted_up_to_today(database: Database) -> None:
    await register(database, "2026-10-01", "2026-10-20")

    until = [(await prepare(open_summaries(database), today=date(2026, 10, day))).message for day in (10, 25)]

    assert ["1\u00a0samtale" in message.caption for message in until] == [True, False]
    assert ["2\u00a0samtaler" in message.caption for message in until] == [False, True]


async def test_what_cannot_be_drawn_is_logged_and_left_out_and_the_rest_comes(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    worker = WorkerClient((sys.executable, "-c", ""))

    prepared = await prepare(open_summaries(database, worker=worker))

    await worker.close()
    assert prepared.documents.files == []
    assert prepared.message.caption.startswith("Månedsrapport for oktober 2026")
    lines = [record for record in caplog.records if record.name == "handlers.summaries.preparation"]
    assert [(line.levelname, line.exc_info) for line in lines] == [("ERROR", None)] * 3
    assert {line.getMessage().split(":")[0] for line in lines} == {"A picture or a document could not be made"}


async def test_what_can_be_drawn_is_not_logged(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    prepared = await prepare(open_summaries(database))

    assert [file.content for file in prepared.documents.files] == [PIXEL, PIXEL]
    assert [record for record in caplog.records if record.name == "handlers.summaries.preparation"] == []
