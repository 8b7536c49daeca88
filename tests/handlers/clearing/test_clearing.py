"""Messages in the chats after `clear_hours` hold no answers."""

import pytest

from handlers.clearing.rule import ClearingRule
from tests.handlers.centre import DUTY, LEADER, Centre
from tests.handlers.clearing.watched import WatchedCentre, said

ANSWERS = ("NAV", "vold", "Minoritetsspråklig", "kl.")


@pytest.fixture
def watched(centre: Centre) -> WatchedCentre:
    """Watch what is shown at a centre."""
    return WatchedCentre(centre)


async def test_a_receipt_loses_its_answers_and_then_its_buttons(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.later(11)
    assert all(words in said(watched.view(receipt))[0] for words in ANSWERS)

    await watched.later(1)
    assert said(watched.view(receipt)) == ("Registrert.", [["Angre", "Endre"]])
    await watched.later(12)
    assert said(watched.view(receipt)) == ("Registrert.", [["Angre", "Endre"]])
    await watched.later(1)

    assert said(watched.view(receipt)) == ("Registrert.", [])
    assert await watched.rows() == [(max(watched.sees().views), "fresh", 0)]


async def test_what_is_left_corrects_the_call_and_is_cleared_again(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.later(12)
    await watched.tap("Endre", "Hva", "Oppfølging")
    changed = watched.view(receipt)
    await watched.later(11)
    assert watched.view(receipt) == changed
    assert "oppfølging" in said(changed)[0]

    await watched.later(1)

    assert said(watched.view(receipt)) == ("Registrert.", [["Angre", "Endre"]])


async def test_where_own_hours_are_shorter_the_buttons_go_first(watched: WatchedCentre) -> None:
    watched.rule = ClearingRule(clear_hours=12, own_hours=2)
    receipt = await watched.call()
    whole = watched.view(receipt)
    await watched.later(3)
    assert whole
    assert said(watched.view(receipt)) == (whole.text, [])
    assert await watched.rows() == [(receipt, "closed", 0), (max(watched.sees().views), "fresh", 0)]

    await watched.later(9)

    assert said(watched.view(receipt)) == ("Registrert.", [])


@pytest.mark.parametrize(
    "way",
    [
        pytest.param([], id="untouched, with another below"),
        pytest.param(["NAV"], id="left on the second screen"),
        pytest.param(["NAV", "Avbryt"], id="cancelled"),
        pytest.param(["Tidligere samtale"], id="left at the choice of a time"),
        pytest.param(["Vil ikke registreres"], id="declined"),
        pytest.param(["Vil ikke registreres", "Angre"], id="declined and undone"),
    ],
)
async def test_a_form_is_deleted_and_the_newest_untouched_one_stays(
    watched: WatchedCentre, way: list[str]
) -> None:
    form = await watched.write("log")
    await watched.tap(*way)
    await watched.write("log")
    await watched.write("log")

    await watched.later(12)

    assert watched.view(form) is None
    assert [view.text.split("\n")[0] for view in watched.sees().views.values()] == ["Ny samtale"]
    await watched.later(500)
    assert len(watched.sees().views) == 1


async def test_a_declined_calls_row_is_as_that_of_any_other_form(watched: WatchedCentre) -> None:
    form, cancelled = await watched.write("log"), await watched.write("log", seat=LEADER)
    await watched.tap("Vil ikke registreres")
    await watched.tap("NAV", "Avbryt", seat=LEADER)

    kept = await watched.centre.rows("SELECT message, hour, stage, source FROM message WHERE stage <> 'fresh'")

    assert kept == [(cancelled, "2026-11-03T14", "form", None), (form, "2026-11-03T14", "form", None)]


async def test_a_correction_that_was_left_is_cleared_to_its_receipt(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.tap("Endre")
    await watched.later(12)
    assert said(watched.view(receipt)) == ("Registrert.", [["Angre", "Endre"]])
    await watched.tap("Endre", "Hva")

    await watched.later(14)

    assert said(watched.view(receipt)) == ("Registrert.", [])


async def test_what_was_undone_says_so_without_its_answers(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.tap("Angre")
    await watched.later(12)
    assert said(watched.view(receipt)) == ("Angret. Samtalen teller ikke med.", [["Hent tilbake"]])

    await watched.later(13)

    assert said(watched.view(receipt)) == ("Angret. Samtalen teller ikke med.", [])


async def test_the_list_of_calls_and_what_is_opened_from_it_are_cleared(watched: WatchedCentre) -> None:
    await watched.call()
    page = await watched.write("last", seat=LEADER)
    await watched.tap("1", seat=LEADER)
    opened = max(watched.sees(LEADER).views)

    await watched.later(25)

    assert watched.view(page, seat=LEADER) is None
    assert said(watched.view(opened, seat=LEADER)) == ("Registrert.", [])


async def test_a_receipt_does_not_deny_that_its_call_was_undone_elsewhere(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.write("last", seat=LEADER)
    await watched.tap("1", "Angre", seat=LEADER)
    assert said(watched.view(receipt)) == ("Angret. Samtalen teller ikke med.", [["Hent tilbake"]])

    await watched.tap("Hent tilbake", seat=LEADER)

    assert said(watched.view(receipt)) == ("Registrert.", [["Angre", "Endre"]])


async def test_of_a_call_that_is_declined_elsewhere_no_receipt_stays(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.write("last", seat=LEADER)
    await watched.tap("1", "Endre", "Hvem", "Vil ikke registreres", seat=LEADER)

    assert watched.view(receipt) is None
    assert {row[1:] for row in await watched.rows()} == {("fresh", 0), ("form", 0)}


async def test_when_a_seat_is_removed_everything_in_its_chat_is_due(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    await watched.write("log")
    await watched.tap("NAV")
    del watched.roles[-DUTY]

    await watched.clearing.due()

    assert [view.text for view in watched.sees().views.values()] == ["Registrert."]
    assert max(watched.sees().views) == receipt
    assert await watched.rows() == []
    assert await watched.centre.rows("SELECT * FROM place") == []
