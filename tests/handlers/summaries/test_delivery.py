"""A month's summary on its way, on a front end that is a plain list of what was shown."""

import pytest

from handlers.conversation import Moved, NotShown, Refused, Uncertain
from tests.handlers.centre import OWNER, Centre
from tests.reports.quick_worker import PIXEL

GROUP, NEW = 1001, 1002
MONTH = "Månedsrapport for oktober 2026"
DOUBT = "Denne rapporten kan ha kommet før."
STATE = "SELECT period, chat, state FROM delivery"


@pytest.fixture
async def bound(centre: Centre) -> Centre:
    """Bind a group the evening before the day of report, and let the night pass."""
    centre.move(days=-1)
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    group = centre.shown.at(GROUP)
    told = await centre.write("bind", code, seat=OWNER, where=group)
    next_report = "Neste rapport gjelder oktober 2026 og kommer tirsdag 3. november kl.\u00a008:00."
    assert told.text == f"Denne chatten får nå rapportene.\n{next_report}"
    group.views.clear()
    centre.move(days=1)
    return centre


async def test_a_month_arrives_once_with_its_picture_and_its_buttons(bound: Centre) -> None:
    for _ in range(2):
        await bound.cases.delivery.deliver_due()

    [view] = bound.shown.at(GROUP).views.values()
    assert view.text.startswith(MONTH)
    assert view.picture
    assert (view.picture.name, view.picture.content) == ("2026-10.png", PIXEL)
    assert [[button.label for button in row] for row in view.rows] == [
        ["Tabell", "Tekst", "Om tallene"],
        ["Excel", "Krysstabell"],
        ["Til publisering"],
    ]
    assert await bound.rows(STATE) == [("2026-10", 1, "sent")]


async def test_what_is_refused_is_told_to_the_administrator_once_and_not_tried_again(bound: Centre) -> None:
    group = bound.shown.at(GROUP)
    group.trouble = Refused("bot was blocked")
    group.calls.clear()
    for _ in range(2):
        await bound.cases.delivery.deliver_due()

    told = [text for text in bound.sees(OWNER).texts if "kunne ikke leveres" in text]
    assert len(told) == 1
    assert "bot was blocked" in told[0]
    assert group.calls == ["show"]


async def test_what_is_refused_is_logged_without_the_chat(bound: Centre, caplog: pytest.LogCaptureFixture) -> None:
    bound.shown.at(GROUP).trouble = Refused("bot was blocked")

    await bound.cases.delivery.deliver_due()

    lines = [record.getMessage() for record in caplog.records if record.name == "handlers.summaries.delivery"]
    assert lines == ["Report A1 is not tried again: bot was blocked"]
    assert str(GROUP) not in "".join(lines)


@pytest.mark.parametrize(
    ("trouble", "doubtful"), [(Uncertain("no answer"), True), (NotShown("no way through"), False)]
)
async def test_it_comes_again_and_says_so_where_the_first_may_have_arrived(
    bound: Centre, trouble: NotShown, *, doubtful: bool
) -> None:
    group = bound.shown.at(GROUP)
    group.trouble = trouble
    await bound.cases.delivery.deliver_due()
    group.trouble = None
    await bound.cases.delivery.deliver_due()

    [text] = group.texts
    assert (DOUBT in text) is doubtful


async def test_a_place_that_has_moved_is_followed(bound: Centre) -> None:
    bound.shown.at(GROUP).trouble = Moved("became a supergroup", NEW)
    for _ in range(2):
        await bound.cases.delivery.deliver_due()

    assert [text.splitlines()[0] for text in bound.shown.at(NEW).texts] == [MONTH]


async def test_a_tertial_comes_as_an_album_and_a_workbook_and_again_where_half_of_it_came(bound: Centre) -> None:
    bound.move(days=61)
    group = bound.shown.at(GROUP)
    group.trouble, group.spared = NotShown("no way through"), 1
    for _ in range(2):
        await bound.cases.delivery.deliver_due()
        group.trouble = None

    half, album, *_, workbook = group.views.values()
    assert half.album == album.album != ()
    assert (half.rows, album.rows) == ((), ())
    assert DOUBT in album.text
    assert workbook.file
    assert workbook.file.name.endswith(".xlsx")
    assert workbook.rows
