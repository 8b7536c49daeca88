import pytest

from storage.hour import Hour
from tests.handlers.centre import Centre

TODAY = "Tirsdag 3. november, kl.\u00a014–15"


@pytest.mark.parametrize(
    ("label", "text", "rows"),
    [
        ("Vil ikke registreres", "Lagret: én kontakt, uten opplysninger.", [["Siste samtaler"], ["Angre"]]),
        (
            "Taus samtale",
            f"Lagret: taus samtale. Den telles for seg.\n{TODAY}",
            [["Angre", "Endre"], ["Tidspunkt"]],
        ),
    ],
)
async def test_a_one_tap_end_says_how_it_is_counted(
    centre: Centre, label: str, text: str, rows: list[list[str]]
) -> None:
    await centre.write("log")
    receipt = await centre.tap(label)

    assert receipt.text == text
    assert [[button.label for button in row] for row in receipt.rows] == rows


async def test_an_undone_call_can_be_brought_back_and_is_then_as_it_was(centre: Centre) -> None:
    await centre.write("log")
    before = await centre.tap("Politi", "Vold", "Nei")
    undone = await centre.tap("Angre")
    after = await centre.tap("Hent tilbake")

    assert [button.label for row in undone.rows for button in row] == ["Hent tilbake"]
    assert after == before


async def test_only_a_call_of_today_has_a_number(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Politi", since=Hour.parse("2026-11-02T22"))
    assert receipt.text == "Når var samtalen?"

    receipt = await centre.tap("i går 22–23", "Vold", "Nei")

    assert receipt.text.startswith("Lagret\nPoliti · vold\n")
    assert receipt.text.endswith("Mandag 2. november, kl.\u00a022–23")
