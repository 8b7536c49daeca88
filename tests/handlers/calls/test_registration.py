import pytest

from handlers.tap.codec import encode
from storage.hour import Hour
from tests.handlers.centre import Centre

ROW = "SELECT occurred_at, outcome, agency, reason, crisis, minority FROM calls"
FRESH = "Klar for neste samtale"


async def test_a_call_takes_three_taps_and_leaves_its_receipt_and_a_fresh_form(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Politi", "KRISE – vold", "Ikke kjent")

    assert receipt.text == (
        "Lagret · nr.\u00a01 i dag\nPoliti · vold · krise\n"
        "Minoritetsspråklig bakgrunn: ikke kjent\nTirsdag 3. november, kl.\u00a014–15"
    )
    assert centre.sees().newest.text.startswith(FRESH)
    assert await centre.rows(ROW) == [("2026-11-03T14", "registered", "police", "violence", "yes", "unknown")]


async def test_a_tap_is_two_calls_and_three_where_it_saves_and_its_repeat_only_replaces(centre: Centre) -> None:
    await centre.write("log")
    seen = centre.sees()
    await centre.tap("Politi", "Vold")
    assert sorted(seen.calls) == ["answer", "answer", "replace", "replace", "show"]

    handle, last = seen.button("Nei")
    for calls in (["answer", "replace", "show"], ["answer", "replace"]):
        seen.calls.clear()
        await centre.send(handle, encode(last.tap))
        assert sorted(seen.calls) == calls

    assert len(await centre.rows(ROW)) == 1
    assert seen.notices[-1] == "Denne samtalen er allerede ført."


async def test_a_tap_that_waited_is_asked_when_the_call_was(centre: Centre) -> None:
    await centre.write("log")

    asked = await centre.tap("Politi", since=Hour.parse("2026-11-03T12"))
    receipt = await centre.tap("12–13", "Vold", "Nei")

    assert asked.text == "Når var samtalen?"
    assert receipt.text.endswith("kl.\u00a012–13")


@pytest.mark.parametrize(
    ("labels", "notice"),
    [
        (("Politi", "KRISE – vold", "Ikke kjent"), "Lagret: Politi · vold · krise"),
        (("Taus samtale",), "Lagret: taus samtale. Den telles for seg."),
        (("Vil ikke registreres",), "Lagret: én kontakt, uten opplysninger."),
    ],
)
async def test_what_was_saved_is_said_over_the_chat(centre: Centre, labels: tuple[str, ...], notice: str) -> None:
    await centre.write("log")
    await centre.tap(*labels)

    assert centre.sees().notices == [notice]
