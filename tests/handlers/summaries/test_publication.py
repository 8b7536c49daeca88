"""A leader publishes a report: what is hidden is said first, and only a yes notes it and gives the files."""

from tests.handlers.centre import LEADER, Centre

OCTOBER = [f"2026-10-{day:02}" for day in range(1, 31)]


async def to_publish(centre: Centre, *days: str, seat: int = LEADER) -> str:
    """Keep calls of these days, ask for last month's report, and tap the button below it."""
    await centre.keep(*days)
    await centre.write("report", seat=LEADER)
    await centre.tap("Til publisering", seat=seat)
    return centre.sees(seat).newest.text


async def test_before_anything_is_published_it_is_said_what_is_hidden_and_what_that_means(centre: Centre) -> None:
    text = await to_publish(centre, *OCTOBER)

    assert text.startswith("Til publisering: oktober 2026")
    assert "Skjult i 2026-10, hvem ringte: " in text
    assert "regnes det som lest av alle" in text
    assert await centre.rows("SELECT * FROM release") == []


async def test_a_yes_notes_the_release_and_gives_the_files(centre: Centre) -> None:
    await to_publish(centre, *OCTOBER)

    said = await centre.tap("Publiser oktober 2026", seat=LEADER)

    assert said.text == "Oktober 2026 er publisert.\nNotert som publisering 1."
    assert not said.rows
    assert await centre.rows("SELECT form, period FROM release") == [("call", "2026-10")]
    files = [view.file.name for view in centre.sees(LEADER).views.values() if view.file]
    assert files == ["2026-10-public.xlsx", "2026-10-public.docx", "2026-10-public.pdf"]


async def test_the_public_caption_has_the_sign_of_what_is_hidden(centre: Centre) -> None:
    await to_publish(centre, *OCTOBER)

    await centre.tap("Publiser oktober 2026", seat=LEADER)

    captions = [view.text for view in centre.sees(LEADER).views.values() if view.picture]
    assert "NAV :" in captions[-1]
