"""Where the house is shown, and that stays are no calls: not on the first page, not by taps, not in the chat."""

from pathlib import Path

from bot.config.sections import Forms
from handlers.tap.actions import Undo
from handlers.tap.codec import encode
from tests.bot.desk.both_ways import both_ways
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.residence import FORMS, arrive, kept, residence, stays_of


async def test_there_is_no_house_where_no_form_stays_open(browser: Browser) -> None:
    first = await browser.open("/")

    page = await browser.open("/house")

    assert "Huset" not in {words for words, _ in first.links}
    assert page.status == 404
    assert (await browser.open("/house/x")).status == 404


async def test_forms_that_stay_open_are_filled_in_on_their_own_page_alone(tmp_path: Path) -> None:
    inhouse = residence(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await browser.open("/")
        fields = [field for field in page.form("/register").fields if field[0] != "form"]

        answer = await browser.send("/register", [*fields, ("form", "adult")])

    assert ("Huset", "/house") in page.links
    assert "/?form=adult" not in {href for _, href in page.links}
    assert answer.status == 409
    assert kept(inhouse) == []


async def test_a_stay_is_no_call_that_a_tap_could_undo(tmp_path: Path) -> None:
    inhouse = residence(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await arrive(browser, label="4", sex="woman")
        source = stays_of(page)[0].removeprefix("/house/")
        page = await browser.open("/")
        token = [field for field in page.form("/register").fields if field[0] == "token"]
        before = kept(inhouse)

        await browser.send("/tap", [*token, ("tap", encode(Undo(source)))])
        begun = await browser.open(f"/?like={source}")
        shift = await browser.open("/shift")

        assert begun.status == 404
        assert "Kvinne" not in shift.text
        assert kept(inhouse) == before


async def test_the_chat_knows_nothing_of_stays(tmp_path: Path) -> None:
    async with both_ways(tmp_path, forms=FORMS) as (_, browser, person):
        await arrive(browser, label="4", sex="woman")
        person.send("/log")
        opened = await person.wait_for("Hvem ringte")
        person.send("/siste")
        listed = await person.wait_for("ført")

    assert "Voksen" not in str(opened)
    assert "Kvinne" not in str(listed)


async def test_a_refused_place_is_registered_from_here_too(tmp_path: Path) -> None:
    inhouse = InHouse(tmp_path, forms=Forms(enabled=["call", "stay", "refusal"]))
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)

        page = await browser.open("/house")

    assert "/?form=refusal" in {href for _, href in page.links}
