import pytest

from handlers.conversation import NotShown
from tests.handlers.centre import LEADER, Centre


async def test_a_leader_gets_last_months_summary_at_once_and_without_a_number(centre: Centre) -> None:
    await centre.keep("2026-10-05")

    shown = await centre.write("report", seat=LEADER)

    assert shown.picture
    assert shown.text.startswith("Månedsrapport for oktober 2026")
    assert shown.text.endswith("Rapport 2026-10, bestilt nå")
    assert await centre.rows("SELECT * FROM delivery") == []


async def test_a_year_comes_with_its_workbook(centre: Centre) -> None:
    await centre.keep("2025-10-05")

    await centre.write("report", "2025", seat=LEADER)

    picture, workbook = centre.sees(LEADER).views.values()
    assert picture.picture
    assert workbook.file
    assert workbook.file.name == "2025.xlsx"


async def test_while_it_is_made_that_is_said_and_then_taken_away(centre: Centre) -> None:
    await centre.keep("2026-10-05")

    await centre.write("report", seat=LEADER)

    seen = centre.sees(LEADER)
    assert seen.calls == ["show", "busy with a picture", "show", "remove"]
    assert [text.splitlines()[0] for text in seen.texts] == ["Månedsrapport for oktober 2026"]


async def test_what_is_said_goes_away_too_where_the_report_cannot_be_shown(centre: Centre) -> None:
    await centre.keep("2026-10-05")
    seen = centre.sees(LEADER)
    seen.trouble, seen.spared = NotShown("no way through"), 1

    with pytest.raises(NotShown):
        await centre.write("report", seat=LEADER)

    assert seen.texts == []


async def test_of_a_period_without_a_record_or_an_old_report_it_is_said_that_there_is_none(centre: Centre) -> None:
    shown = await centre.write("report", "2016", seat=LEADER)

    assert shown.text == "Ingenting er registrert i 2016, så det finnes ingen rapport."
    assert not shown.picture


async def test_words_that_mean_no_period_are_explained(centre: Centre) -> None:
    shown = await centre.write("report", "soon", seat=LEADER)

    assert shown.text.startswith("Den perioden kjenner jeg ikke.")
    assert not shown.picture


async def test_staff_are_told_where_to_look(centre: Centre) -> None:
    assert (await centre.write("report")).text == "Rapporter er for ledere. Skriv /stats for tallene."
