"""Where earlier reports tell of months alone, longer periods are what these come to."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from reports.analysis.period import Period
from reports.analysis.typed_figures import typed_figures
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from tests.example_forms import CALL

WOMAN = ("caller", "woman")
YEAR: Mapping[str, Mapping[tuple[str, str], PrintedFigure]] = {
    month: {TOTAL: PrintedFigure(10), WOMAN: PrintedFigure(number, base=9)}
    for number, month in enumerate(Period.named("2016").months, 1)
}


def added(count: int, base: int | None = None) -> PrintedFigure:
    """Return a figure that is the sum of several months."""
    return PrintedFigure(count, base=base, added=True)


async def known(folder: Path, typed: Typed, *names: str, form: Form = CALL) -> Typed:
    """Return what is known of periods once figures have been typed in."""
    async with Database.open(folder / "vaktlogg.db") as database:
        await History(database).keep(form.key, typed)
        return await typed_figures(Counts(database, form.key), form, names)


@pytest.mark.parametrize(("name", "total", "women"), [("2016", 120, 78), ("2016-T2", 40, 26), ("2016-Q4", 30, 33)])
async def test_a_period_is_the_sum_of_its_months(name: str, total: int, women: int, tmp_path: Path) -> None:
    typed = await known(tmp_path, YEAR, name)

    months = len(Period.named(name).months)
    assert typed == {name: {TOTAL: added(total), WOMAN: added(women, base=9 * months)}}


async def test_what_is_typed_in_of_the_period_itself_holds(tmp_path: Path) -> None:
    typed = await known(tmp_path, {**YEAR, "2016": {TOTAL: PrintedFigure(125)}}, "2016", "2016-07")

    assert typed == {"2016": {TOTAL: PrintedFigure(125)}, "2016-07": YEAR["2016-07"]}


async def test_a_figure_that_one_month_does_not_count_is_not_known(tmp_path: Path) -> None:
    typed = await known(tmp_path, {**YEAR, "2016-12": {TOTAL: PrintedFigure(10)}}, "2016")

    assert typed == {"2016": {TOTAL: added(120)}}


async def test_of_a_year_without_one_of_its_months_nothing_is_known(tmp_path: Path) -> None:
    months = {month: figures for month, figures in YEAR.items() if month != "2016-05"}

    assert await known(tmp_path, months, "2016") == {}


async def test_stays_are_never_added_up(tmp_path: Path) -> None:
    """Whoever stays over the end of a month is counted in both."""
    assert await known(tmp_path, YEAR, "2016", form=read_form(OWN_FORMS / "stay.toml")) == {}
