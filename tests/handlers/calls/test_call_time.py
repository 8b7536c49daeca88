from tests.handlers.centre import Centre

TIMES = "SELECT occurred_at FROM record"


async def test_a_call_is_moved_to_another_hour_from_its_receipt(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")

    moved = await centre.tap("Tidspunkt", "09–10")

    assert moved.text.endswith("kl.\u00a009–10")
    assert centre.sees().notices[-1] == "Endret."
    assert await centre.rows(TIMES) == [("2026-11-03T09",)]


async def test_the_chosen_day_stands_above_its_hours(centre: Centre) -> None:
    await centre.write("log")
    asked = await centre.tap("Politi", "Vold", "Nei", "Tidspunkt", "I går")

    assert asked.text.splitlines()[-1] == "Når var samtalen mandag 2. november?"


async def test_the_same_hour_changes_nothing(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei", "Tidspunkt", "14–15")

    assert centre.sees().notices[-1] == "Ingenting er endret."
    assert await centre.rows("SELECT by FROM change") == []


async def test_an_earlier_call_is_registered_at_its_hour(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Tidligere samtale", "I går", "15–16", "Politi", "Vold", "Nei")

    assert receipt.text.endswith("Mandag 2. november, kl.\u00a015–16")
    assert await centre.rows(TIMES) == [("2026-11-02T15",)]
