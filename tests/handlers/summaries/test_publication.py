"""A leader publishes a report: what is hidden is said first, and only a yes notes it and gives the files."""

from dataclasses import replace
from pathlib import Path

from bot.config.config import Config
from bot.config.sections import Reports
from handlers.conversation import Handle
from handlers.tap.actions import AskPublication, Publish
from handlers.tap.codec import encode
from reports.analysis.period import Period
from tests.example_forms import CALL
from tests.handlers.centre import DUTY, LEADER, Centre

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
    assert "Skjult i oktober 2026, hvem ringte: " in text
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


async def test_somebody_on_duty_cannot_publish(centre: Centre) -> None:
    await centre.keep(*OCTOBER)

    for tap in (AskPublication(CALL, Period.named("2026-10")), Publish(CALL, Period.named("2026-10"))):
        await centre.send(Handle(0), encode(tap), seat=DUTY)

    assert centre.sees(DUTY).alerts == ["Bare ledere kan publisere."] * 2
    assert centre.sees(DUTY).texts == []
    assert await centre.rows("SELECT * FROM release") == []


async def test_why_a_month_cannot_be_published_again_is_said_and_nothing_is_noted(centre: Centre) -> None:
    await to_publish(centre, *OCTOBER)
    await centre.tap("Publiser oktober 2026", seat=LEADER)
    await centre.keep("2026-10-31")

    text = await to_publish(centre)

    assert "Siden publisering 1 er bare noen få samtaler" in text
    assert await centre.rows("SELECT count(*) FROM release") == [(1,)]


async def test_a_running_month_has_no_button_to_publish_it(centre: Centre) -> None:
    await centre.keep("2026-11-01")

    await centre.write("report", "2026-11", seat=LEADER)

    labels = [button.label for row in centre.sees(LEADER).newest.rows for button in row]
    assert "Excel" in labels
    assert "Til publisering" not in labels


async def test_the_public_folder_gets_the_files_and_only_those(centre: Centre, tmp_path: Path) -> None:
    centre.cases = replace(centre.cases, config=with_folders(centre.cases.config, tmp_path))
    await to_publish(centre, *OCTOBER)

    said = await centre.tap("Publiser oktober 2026", seat=LEADER)

    assert said.text.splitlines()[-1] == f"Filene ligger i {tmp_path / 'public'}."
    assert {path.name for path in (tmp_path / "public").iterdir()} == {
        "2026-10-public.docx",
        "2026-10-public.pdf",
        "2026-10-public-2.png",
        "2026-10-public.png",
        "2026-10-public.xlsx",
    }


def with_folders(config: Config, place: Path) -> Config:
    """Let public versions go to a folder."""
    return config.model_copy(update={"reports": Reports(public_folder=place / "public")})
