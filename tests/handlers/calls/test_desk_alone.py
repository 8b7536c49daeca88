from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config.config import Config
from bot.config.sections import Access, ShiftsSection
from handlers.calls.rights import NotInChat, check_in_chat
from handlers.conversation import Handle
from handlers.tap.actions import OpenReceipt, Repeat
from handlers.tap.codec import encode
from handlers.tap.form_tap import AT, WHEN, FormState, FormTap
from storage.hour import Hour
from storage.records.records import Draft
from tests.example_forms import CALL, VISITS, changed
from tests.handlers.centre import DUTY, LEADER, OTHER, OWNER, Centre, centre_with

ALONE = changed(VISITS, chat=False)
AT_THE_DESK = "Dette fylles ut på vaktbordet, ikke her."
CONFIG = Config(
    access=Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY, OTHER]), shifts=ShiftsSection(ask=False)
)


@pytest.fixture
async def centre(tmp_path: Path) -> AsyncIterator[Centre]:
    async with centre_with(CONFIG, {"call": CALL, "visit": ALONE}, tmp_path / "vaktlogg.db") as centre:
        await centre.write("log")
        draft = Draft(ALONE, "2026-11-03T14", "registered", {"who": "woman"}, "AAAAAAAAAA")
        await centre.cases.stores.records.save(draft, by=centre.number(DUTY), now=Hour.of(centre.now))
        yield centre


async def test_with_one_form_for_the_chat_that_one_is_opened_at_once(centre: Centre) -> None:
    assert centre.sees().newest.text.startswith("Ny samtale\nHvem ringte")


async def test_with_no_form_for_the_chat_it_says_where_they_are_filled_in(tmp_path: Path) -> None:
    async with centre_with(CONFIG, {"visit": ALONE}, tmp_path / "alone.db") as centre:
        shown = await centre.write("log")
        latest = await centre.write("last")

    assert (shown.text, list(shown.rows)) == (AT_THE_DESK, [])
    assert [button.label for row in latest.rows for button in row] == []


@pytest.mark.parametrize(
    "tap",
    [
        Repeat("AAAAAAAAAA"),
        OpenReceipt("AAAAAAAAAA"),
        FormTap(FormState(ALONE, "BBBBBBBBBB", None, 0, {}), 0),
        FormTap(FormState(ALONE, "BBBBBBBBBB", None, 0, {}), WHEN),
        FormTap(FormState(ALONE, "BBBBBBBBBB", Hour.parse("2026-11-03T13"), 0, {}), AT),
    ],
    ids=["one more like it", "its receipt", "an answer", "an earlier one", "at an hour"],
)
async def test_no_tap_in_the_chat_begins_or_shows_what_is_for_the_desk_alone(
    centre: Centre, tap: Repeat | OpenReceipt | FormTap
) -> None:
    seen = centre.sees()
    seen.calls.clear()

    await centre.send(Handle(1), encode(tap))

    assert (seen.calls, seen.alerts[-1]) == (["answer"], AT_THE_DESK)
    assert await centre.rows("SELECT count(*) FROM visits") == [(1,)]


async def test_the_latest_name_what_is_for_the_desk_alone_without_its_answers(centre: Centre) -> None:
    page = await centre.write("last")

    assert page.text.splitlines()[-1] == "1. tir. 3.11., kl.\u00a014–15 – Besøk"


def test_what_is_filled_in_in_the_chat_passes() -> None:
    check_in_chat(CALL)

    with pytest.raises(NotInChat):
        check_in_chat(ALONE)
