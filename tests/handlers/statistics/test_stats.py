from tests.handlers.centre import LEADER, Centre


async def test_a_leader_looks_at_a_month_and_turns_to_another(centre: Centre) -> None:
    shown = await centre.write("stats", "2026-10", seat=LEADER)
    turned = await centre.tap("‹ September 2026", seat=LEADER)

    assert shown.picture
    assert shown.text.startswith("Oktober 2026")
    assert turned.picture
    assert turned.text.startswith("September 2026")
    assert centre.sees(LEADER).calls.count("busy with a picture") == 2
