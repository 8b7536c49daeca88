"""The weekly sign of life: once a week, on Monday, and "all works" only where it does."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.conversation import Refused
from handlers.operations.sign_of_life import CopyDay, SignOfLife, latest_monday
from reports.words.language import Language
from storage.fault import Fault
from storage.operations.free_space import LITTLE_BYTES
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2026, 11, 30, 8, tzinfo=OSLO)
WEEK_48 = ("2026-11-23", "2026-11-25", "2026-11-29T23")


def copied(day: date | None) -> CopyDay:
    """Return what knows of a last copy on this day."""

    async def last_copy() -> date | None:
        return day

    return last_copy


@pytest.fixture
def sign(centre: Centre) -> SignOfLife:
    """Tell the centre's administrators that all is well, on a Monday at eight."""
    centre.now = MONDAY
    given = centre.cases.operations.sign_of_life
    return replace(given, last_copy=copied(MONDAY.date()), free_space=lambda: LITTLE_BYTES, version="0.9")


async def _installed(centre: Centre, sign: SignOfLife) -> None:
    """Let the program have been started the week before."""
    centre.now = MONDAY - timedelta(days=7)
    await sign.due()
    centre.now = MONDAY


async def test_the_administrators_alone_are_told_once_a_week_what_was_registered(
    centre: Centre, sign: SignOfLife
) -> None:
    await _installed(centre, sign)
    await centre.keep(*WEEK_48, "2026-11-22", "2026-11-30")
    await sign.due()
    await sign.due()
    centre.move(days=6, hours=23)
    await sign.due()

    assert centre.sees(OWNER).texts == ["Uke 48: 3 registrert, siste kopi i natt, versjon 0.9. Alt virker."]
    assert centre.sees(DUTY).texts == centre.sees(LEADER).texts == []


async def test_the_week_of_the_installation_is_not_told_of(centre: Centre, sign: SignOfLife) -> None:
    centre.move(days=2)
    await sign.due()
    centre.move(days=4)
    await sign.due()

    assert centre.sees(OWNER).texts == []


async def test_a_machine_that_was_off_for_weeks_tells_of_the_last_one_when_it_is_back(
    centre: Centre, sign: SignOfLife
) -> None:
    await _installed(centre, sign)
    centre.move(days=30)
    await sign.due()
    await sign.due()

    assert [text[:6] for text in centre.sees(OWNER).texts] == ["Uke 52"]


async def test_a_clock_that_was_a_year_ahead_silences_nothing(centre: Centre, sign: SignOfLife) -> None:
    centre.now = MONDAY + timedelta(days=364)
    await sign.due()
    centre.now = MONDAY
    await sign.due()

    assert [text[:6] for text in centre.sees(OWNER).texts] == ["Uke 48"]


async def test_where_nobody_could_be_reached_it_is_told_later(centre: Centre, sign: SignOfLife) -> None:
    await _installed(centre, sign)
    centre.sees(OWNER).trouble = Refused("blocked")
    await sign.due()
    centre.sees(OWNER).trouble = None
    await sign.due()

    assert len(centre.sees(OWNER).texts) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda sign: replace(sign, last_copy=None),
            "Uke 48: 0 registrert, ingen kopi er satt opp, versjon 0.9. Ellers virker alt.",
        ),
        (
            lambda sign: replace(sign, last_copy=copied(None)),
            "Uke 48: 0 registrert, ingen kopi er tatt ennå, versjon 0.9. Ellers virker alt.",
        ),
        (
            lambda sign: replace(sign, last_copy=copied(date(2026, 11, 27))),
            "Uke 48: 0 registrert, siste kopi 27. november, versjon 0.9. Ellers virker alt.",
        ),
        (
            lambda sign: replace(sign, free_space=lambda: LITTLE_BYTES - 1),
            "Uke 48: 0 registrert, siste kopi i natt, versjon 0.9. Det er lite plass igjen på disken: 199 MB. Ellers virker alt.",  # noqa: E501 - what is told
        ),
        (
            lambda sign: replace(sign, language=Language("nn")),
            "Veke 48: 0 registrerte, siste kopi i natt, versjon 0.9. Alt verkar.",
        ),
        (
            lambda sign: replace(sign, language=Language("en")),
            "Week 48: 0 registered, last copy last night, version 0.9. Everything works.",
        ),
    ],
)
async def test_what_is_not_as_it_should_be_is_said(
    sign: SignOfLife, change: Callable[[SignOfLife], SignOfLife], told: str
) -> None:
    assert await change(sign).text(MONDAY.date(), MONDAY.date()) == told


async def test_trouble_that_was_told_of_in_the_week_is_remembered(centre: Centre, sign: SignOfLife) -> None:
    centre.now = MONDAY - timedelta(days=3)
    await centre.cases.operations.alerts.tell("backup", Fault("no room"))

    told = await sign.text(MONDAY.date(), MONDAY.date())

    assert told.endswith("versjon 0.9. Det kom melding om feil den siste uka. Ellers virker alt.")


async def test_calls_that_are_counted_apart_are_not_in_it(centre: Centre, sign: SignOfLife) -> None:
    await centre.write("log")
    await centre.tap("Vil ikke registreres")
    await centre.tap("Taus samtale")

    told = await sign.text(MONDAY.date() + timedelta(days=7), MONDAY.date())

    assert told.startswith("Uke 49: 0 registrert")


async def test_who_does_not_want_it_is_not_told(centre: Centre) -> None:
    operations = centre.cases.operations
    host = operations.config.host.model_copy(update={"sign_of_life": False})
    silent = replace(operations, config=operations.config.model_copy(update={"host": host}))

    works: set[Callable[[], Awaitable[object]]] = set(silent.works)

    assert operations.sign_of_life.due in operations.works
    assert silent.sign_of_life.due not in works


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 30, 7, 59, tzinfo=OSLO), date(2026, 11, 23)),
        (datetime(2026, 11, 30, 8, tzinfo=OSLO), date(2026, 11, 30)),
        (datetime(2026, 12, 6, 23, 59, tzinfo=OSLO), date(2026, 11, 30)),
        (datetime(2027, 1, 3, 12, tzinfo=OSLO), date(2026, 12, 28)),
    ],
)
def test_it_is_due_on_monday_when_its_hour_has_come(now: datetime, monday: date) -> None:
    assert latest_monday(now, time(8)) == monday
