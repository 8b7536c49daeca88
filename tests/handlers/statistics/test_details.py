import pytest

from tests.handlers.centre import LEADER, Centre


@pytest.mark.parametrize("label", ["Tabell", "Tekst", "Om tallene"])
async def test_a_button_under_a_summary_answers_in_a_new_message(centre: Centre, label: str) -> None:
    await centre.keep("2026-10-05")
    summary = await centre.write("report", "2026-10", seat=LEADER)
    await centre.tap(label, seat=LEADER)

    seen = centre.sees(LEADER)
    assert len(seen.views) == 2
    assert seen.texts[0] == summary.text
    assert seen.texts[1]


async def test_the_workbook_comes_as_a_file(centre: Centre) -> None:
    await centre.keep("2026-10-05")
    await centre.write("report", "2026-10", seat=LEADER)
    await centre.tap("Excel", seat=LEADER)

    seen = centre.sees(LEADER)
    assert seen.newest.file
    assert seen.newest.file.name == "2026-10.xlsx"
    assert seen.calls[-1] == "show"
    assert "busy with a file" in seen.calls
