"""After a restore: whoever is no administrator waits, and the administrators are asked about each."""

import pytest

from handlers.conversation import Handle, NotShown
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, seated
from tests.handlers.shown import labels

OPENING = "Vaktlogg er gjenopprettet fra en kopi. 1 tilgang venter på at du slipper den inn igjen"


async def restored(centre: Centre) -> None:
    """Restore the database, as far as those who have access can tell."""
    stores = centre.cases.stores
    await stores.restores.begin(centre.now.replace(tzinfo=None))
    await stores.seats.load()
    centre.sees(OWNER).views.clear()


@pytest.fixture
async def waiting(centre: Centre) -> Centre:
    """Let somebody in by an invitation, and restore."""
    await seated(centre)
    await restored(centre)
    return centre


async def test_the_administrators_are_asked_once_about_each_seat(waiting: Centre) -> None:
    waiting.shown.names[NEWCOMER] = "Kari Nordmann @kari"
    for _ in range(2):
        await waiting.cases.people.readmission.ask()

    opening, asked = waiting.sees(OWNER).views.values()
    assert opening.text.startswith(OPENING)
    assert asked.text == "5 · Ansatt · hos Telegram: Kari Nordmann @kari"
    assert labels(asked) == [["Slipp inn", "Avvis"]]


async def test_who_is_let_in_again_registers_as_before(waiting: Centre) -> None:
    await waiting.cases.people.readmission.ask()
    before = waiting.cases.stores.seats.role(5)

    await waiting.tap("Slipp inn", seat=OWNER)
    await waiting.tap("NAV", "Vold", "Ja", seat=NEWCOMER)

    assert before is None
    assert await waiting.rows("SELECT recorded_by FROM record") == [(5,)]
    assert await waiting.rows("SELECT waiting, restored FROM seat WHERE number = 5") == [(0, 0)]


async def test_whom_the_config_names_and_administrators_go_on_as_before(waiting: Centre) -> None:
    assert [waiting.cases.stores.seats.role(waiting.number(who)) for who in (DUTY, LEADER, OWNER)] == [
        "staff",
        "leader",
        "administrator",
    ]


async def test_as_long_as_no_administrator_is_reached_they_are_asked_again(waiting: Centre) -> None:
    waiting.sees(OWNER).trouble, waiting.sees(OWNER).spared = NotShown("away"), 0
    await waiting.cases.people.readmission.ask()
    waiting.sees(OWNER).trouble = None

    await waiting.cases.people.readmission.ask()

    assert len(waiting.sees(OWNER).views) == 2


async def test_where_nobody_waits_nobody_is_asked(centre: Centre) -> None:
    await restored(centre)

    await centre.cases.people.readmission.ask()

    assert not centre.sees(OWNER).views
    assert await centre.rows("SELECT people_asked FROM restored") == [(1,)]


async def test_without_a_restore_nobody_is_asked(centre: Centre) -> None:
    await seated(centre)
    before = len(centre.sees(OWNER).views)

    await centre.cases.people.readmission.ask()

    assert len(centre.sees(OWNER).views) == before


async def test_who_waits_and_taps_is_told_and_the_administrators_are_not_asked_again(waiting: Centre) -> None:
    request = waiting._request(NEWCOMER, None, Handle(0))

    refused = await waiting.cases.people.lapse.refuses(request)

    assert refused
    assert (
        waiting.sees(NEWCOMER)
        .texts[-1]
        .endswith("inn på nytt. Ingenting er lagret: skriv samtalen på papir, uten navn.")
    )
    assert not waiting.sees(OWNER).views


async def test_who_waits_and_asks_for_something_else_than_a_call_is_told_nothing_of_calls(waiting: Centre) -> None:
    request = waiting._request(NEWCOMER, None, Handle(0))

    await waiting.cases.people.lapse.refuses(request, registers=False)

    assert waiting.sees(NEWCOMER).texts[-1].endswith("administratoren må slippe deg inn på nytt.")


async def test_numbers_that_the_copy_knows_nothing_of_are_not_given_again(waiting: Centre) -> None:
    await waiting.cases.stores.seats.remove(5)

    assert await seated(waiting) == 1001
