"""What is missing against the telephone: told beside the shift's calls, and kept nowhere."""

import pytest

from tests.bot.desk.inhouse import Browser, InHouse


async def test_what_is_missing_is_told_with_the_hours_of_the_shift_and_counts_down(browser: Browser) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Sammenlign", shown="3")
    after = await browser.register(0, 1, 0)

    assert "2 samtaler mangler. Når var de?" in page.text
    assert [link for link in page.links if "&at=" in link[1]][:2] == [
        ("14–15", "/?form=call&at=2026-11-03T14"),
        ("13–14", "/?form=call&at=2026-11-03T13"),
    ]
    assert "1 samtale mangler. Når var den?" in after.text


async def test_where_nothing_is_missing_that_is_told_and_an_empty_field_ends_it(browser: Browser) -> None:
    await browser.register(0, 1, 0)

    enough = await browser.press("Sammenlign", shown="1")
    ended = await browser.press("Sammenlign", shown=" ")

    assert "Alt er ført." in enough.text
    assert "Alt er ført." not in ended.text


@pytest.mark.parametrize(("shown", "more"), [("1", "1 mer"), ("0", "2 flere")])
async def test_where_more_is_registered_than_the_telephone_shows_that_is_told(
    browser: Browser, shown: str, more: str
) -> None:
    await browser.register(0, 1, 0)
    await browser.register(0, 1, 0)

    page = await browser.press("Sammenlign", shown=shown)

    assert f"Det er ført {more} enn telefonen viser. Er noe ført to ganger?" in page.text.replace("\xa0", " ")
    assert "Alt er ført." not in page.text


@pytest.mark.parametrize("written", ["mange", "-1", "2000", "1e3"])
async def test_what_is_no_number_of_calls_is_refused_in_a_sentence(browser: Browser, written: str) -> None:
    page = await browser.press("Sammenlign", shown=written)

    assert "Skriv et tall, for eksempel 7. Ingenting er endret." in page.text
    assert "mangler" not in page.text


async def test_what_was_told_of_one_shift_is_forgotten_with_it(inhouse: InHouse, browser: Browser) -> None:
    await browser.press("Sammenlign", shown="3")

    inhouse.clock.move(hours=1)

    assert "mangler" not in (await browser.open("/shift")).text
