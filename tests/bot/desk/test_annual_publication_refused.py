"""An annual report that cannot be published: the desk says why, and nothing is noted or written."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from reports.documents import ChapterFile, Workbook
from reports.worker.client import NotRendered
from tests.bot.desk.annual_centre import ASK, MANY, asked, centre, published_files, released
from tests.bot.desk.figures_desk import browser_of
from tests.reports.quick_worker import QuickWorker


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026", "2026 er ikke over; den kan publiseres fra 1. januar 2027."),
        ("2025-T2", "Hele årsrapporten publiseres bare for hele år, som 2025."),
        ("2025-06", "Hele årsrapporten publiseres bare for hele år, som 2025."),
        ("2026-T3", "Hele årsrapporten publiseres bare for hele år, som 2026."),
    ],
)
async def test_what_is_no_year_that_is_over_is_refused_and_leads_to_those_that_are(
    tmp_path: Path, period: str, said: str
) -> None:
    async with centre(tmp_path, *MANY) as inhouse, browser_of(inhouse, "leader") as browser:
        page = await browser.open(f"/reports/publication?period={period}")
        [token] = [field for field in page.form("/lock").fields if field[0] == "token"]
        sent = [
            await browser.send(action, [token, ("period", period), ("nonce", "x")])
            for action in ("/reports/publication", "/reports/publish")
        ]

        assert released(inhouse) == []

    for shown in (page, *sent):
        assert said in shown.text.replace("\xa0", " ")
        assert ("2025", "/reports/publication?period=2025") in shown.links
        assert {ASK, "Publiser 2025"}.isdisjoint(shown.buttons())


@pytest.mark.parametrize(
    ("came", "year", "said"),
    [
        (("woman", "man"), "2025", "Det er så få opphold at selv summen må skjules."),
        (MANY, "2024", "Ingenting er registrert i 2024"),
    ],
)
async def test_where_nothing_can_be_published_that_is_said_and_nothing_is_asked(
    tmp_path: Path, came: Sequence[str], year: str, said: str
) -> None:
    async with centre(tmp_path, *came) as inhouse, browser_of(inhouse, "leader") as browser:
        page = await asked(browser, year)

    assert page.status == 200
    assert said in page.text
    assert f"Publiser {year}" not in page.buttons()


class Failing(QuickWorker):
    """Writes no document."""

    async def write(self, document: Workbook | ChapterFile) -> bytes:
        """Raise `NotRendered`."""
        del document
        raise NotRendered("The drawing worker has died: {reason}.", reason="x")


class Outpaced(QuickWorker):
    """Takes so long over a document that another release is noted meanwhile."""

    def __init__(self, database: Path) -> None:
        """Name the database that it is noted in."""
        super().__init__()
        self._database = database

    async def write(self, document: Workbook | ChapterFile) -> bytes:
        """Let it be noted."""
        with contextlib.closing(sqlite3.connect(self._database)) as connection, connection:
            connection.execute("INSERT INTO release (day, form, period, k) VALUES ('2026-11-02', 'x', '2020', 5)")
        return await super().write(document)


@pytest.mark.parametrize("trouble", ["failing", "outpaced"])
async def test_what_goes_wrong_while_the_files_are_made_is_said_and_nothing_is_noted(
    tmp_path: Path, trouble: str
) -> None:
    public = tmp_path / "public"
    worker = Failing() if trouble == "failing" else Outpaced(tmp_path / "vaktlogg.db")
    async with (
        centre(tmp_path, *MANY, worker=worker, public=public) as inhouse,
        browser_of(inhouse, "leader") as browser,
    ):
        await asked(browser)
        page = await browser.press("Publiser 2025")

        assert ("stay", "2025") not in released(inhouse)

    said = "Tegneprosessen" if trouble == "failing" else "ingenting er publisert. Prøv igjen."
    assert page.status == 200
    assert said in page.text
    assert published_files(page) == []
    assert not public.exists()


async def test_staff_have_none_of_it(tmp_path: Path) -> None:
    async with centre(tmp_path, *MANY) as inhouse, browser_of(inhouse, "staff") as browser:
        page = await browser.open("/")
        [token] = [field for field in page.form("/lock").fields if field[0] == "token"]
        answers = [
            await browser.open("/reports/publication?period=2025"),
            await browser.open("/reports/published/2025-annual-public.docx"),
            await browser.send("/reports/publication", [token, ("period", "2025")]),
            await browser.send("/reports/publish", [token, ("period", "2025"), ("nonce", "x")]),
        ]

        assert released(inhouse) == []

    assert [answer.status for answer in answers] == [403] * 4
    assert "/reports" not in {path for _, path in page.links}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reports/publication?period=tull", 400),
        ("/reports/publication", 400),
        ("/reports/published/2025-annual-public.docx", 404),
        ("/reports/published/..%2F..%2Fvaktlogg.db", 404),
    ],
)
async def test_what_there_is_not_is_refused_in_a_sentence(tmp_path: Path, path: str, status: int) -> None:
    async with centre(tmp_path) as inhouse, browser_of(inhouse, "leader") as browser:
        page = await browser.open(path)

    assert page.status == status
    assert "Det gikk ikke" in page.text
