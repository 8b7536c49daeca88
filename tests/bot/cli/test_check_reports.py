"""What `vaktlogg check` says of reports."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.check_reports import ReportsState, UndeliveredReports, reports_line, reports_state
from reports.words.language import Language
from storage.deliveries.deliveries import FailedDelivery
from tests.handlers.centre import Centre, open_centre
from tests.handlers.summaries.test_delivery import bound

__all__ = ["bound"]
HELD = "; venter etter gjenopprettingen på at en administrator svarer i chatten om de er kommet: oktober 2026"


@pytest.fixture
async def centre(tmp_path: Path) -> AsyncIterator[Centre]:
    """Open a centre."""
    async with open_centre(tmp_path) as centre:
        yield centre


async def _line(centre: Centre) -> str:
    config = centre.cases.config
    return reports_line(config, Language("nb"), await reports_state(config, centre.database))


async def test_the_next_reports_are_named_as_the_chat_names_them(bound: Centre) -> None:
    line = await _line(bound)

    month, tertial, year, chats = line.split("; ")
    assert re.fullmatch(r"\w+ \d{4} kommer \d+\. \w+ \d{4} kl\. 08:00", month)
    assert re.match(r"\d\.\stertial \d{4} kommer ", tertial)
    assert re.match(r"\d{4} kommer 3\. januar \d{4} kl\. 08:00", year)
    assert chats == "1 chat får rapporter"


async def test_what_a_restore_holds_back_is_named_until_that_is_settled(bound: Centre) -> None:
    restores = bound.cases.stores.restores
    await restores.begin(bound.now.replace(tzinfo=None))
    held = await _line(bound)
    latest = await restores.latest()
    assert latest is not None
    await restores.settle_reports(latest.number, [], "sent")

    settled = await _line(bound)

    assert held.endswith(HELD)
    assert settled == held.removesuffix(HELD)


def test_what_could_not_be_delivered_is_a_fault(bound: Centre) -> None:
    state = ReportsState(failed=[FailedDelivery(7, "2016-T2", -1001, "blocked")])

    with pytest.raises(UndeliveredReports) as failed:
        reports_line(bound.cases.config, Language("nb"), state)

    assert str(failed.value.facts["names"]).startswith("2.\u00a0tertial 2016 · ")
