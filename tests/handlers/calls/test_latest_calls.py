import pytest

from tests.handlers.centre import DUTY, LEADER, OTHER, Centre


async def test_the_latest_five_stand_on_a_page_and_the_older_ones_on_the_next(centre: Centre) -> None:
    for _ in range(6):
        await centre.write("log")
        await centre.tap("Politi", "Vold", "Nei")

    first = await centre.write("last")
    second = await centre.tap("Eldre ›")

    assert [[button.label for button in row] for row in first.rows] == [
        ["1", "2", "3"],
        ["4", "5"],
        ["Oppdater", "Eldre ›"],
        ["Ny samtale"],
    ]
    assert second.text.splitlines()[1:] == ["6. tir. 3.11., kl.\u00a014–15 – Politi · vold"]
    assert [[button.label for button in row] for row in second.rows] == [
        ["6"],
        ["‹ Nyere", "Oppdater"],
        ["Ny samtale"],
    ]


async def test_calls_stand_by_when_they_were_not_by_when_they_were_registered(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")
    await centre.write("log")
    await centre.tap("Tidligere samtale", "I går", "15–16", "NAV", "Vold", "Nei")

    page = await centre.write("last")

    assert [line.split(" – ")[-1] for line in page.text.splitlines()[1:]] == ["Politi · vold", "NAV · vold"]


@pytest.mark.parametrize(("seat", "where"), [(DUTY, "på denne vakten"), (LEADER, "i november")])
async def test_of_declined_calls_only_the_number_is_told(centre: Centre, seat: int, where: str) -> None:
    for _ in range(2):
        await centre.write("log")
        await centre.tap("Vil ikke registreres")
    alone = await centre.write("last", seat=seat)
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")

    page = await centre.write("last", seat=seat)

    told = f"Vil ikke registreres: 2 {where}."
    assert alone.text.splitlines() == ["Ingen samtaler er ført her ennå.", told]
    assert page.text.splitlines()[-1] == told
    assert [button.label for button in page.rows[0]] == ["1"]


async def test_who_has_registered_nothing_is_told_so(centre: Centre) -> None:
    for seat in (OTHER, LEADER):
        assert (await centre.write("last", seat=seat)).text == "Ingen samtaler er ført her ennå."


async def test_a_number_opens_the_receipt_in_a_new_message(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Politi", "Vold", "Nei")
    await centre.write("last")
    await centre.tap("1")

    assert centre.sees().newest == receipt
