"""The house in a real browser: a mother with two children from arrival to departure, and two browsers at once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.residence import arrive, kept, residence
from tests.bot.desk.seated import seated
from tests.browser import needs_browser

pytestmark = needs_browser


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = residence(tmp_path)
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def page(inhouse: InHouse, chromium: Browser) -> AsyncIterator[Page]:
    async with seated(chromium, inhouse) as page:
        yield page


async def _choose(page: Page, question: str, *labels: str) -> None:
    for label in labels:
        await page.locator(f"#q-{question}").get_by_text(label, exact=True).click()


async def _save(page: Page, label: str = "Lagre") -> None:
    await page.get_by_role("button", name=label, exact=True).click()


async def test_a_mother_with_two_children_arrives_tells_more_and_leaves(inhouse: InHouse, page: Page) -> None:
    await page.get_by_role("link", name="Huset").click()
    await page.get_by_role("link", name="Ny voksen").click()
    await page.get_by_label("Ankomst").fill("2026-10-30")
    await page.get_by_label("Rom", exact=True).fill("4")
    await _choose(page, "sex", "Kvinne")
    await _choose(page, "violence", "Psykisk")
    await _save(page)
    for age in ("0–5 år", "6–17 år"):
        await page.get_by_role("link", name="+ Nytt barn 4").click()
        await expect(page.get_by_label("Ankomst")).to_have_value("2026-10-30")
        await _choose(page, "age", age)
        await _save(page)
    await expect(page.locator("#house")).to_contain_text("3 i huset: Kvinne 1 · Barn 2")

    await page.get_by_role("link", name="4 Kvinne").click()
    await _choose(page, "violence", "Fysisk")
    await _save(page)
    await page.get_by_role("link", name="4 Kvinne").click()
    await _choose(page, "destination", "Egen bolig")
    await _save(page, "Reiser i dag")

    await expect(page.locator(".lacking-list")).not_to_contain_text("Reiste til")
    adult, *children = kept(inhouse)
    assert adult[3:5] == ("2026-11-03", None)
    assert '"violence":["psychological","physical"]' in str(adult[-1])
    assert [child[3] for child in children] == ["2026-11-03"] * 2


async def test_who_comes_in_another_browser_stands_there_at_once_and_what_has_the_focus_keeps_it(
    inhouse: InHouse, page: Page
) -> None:
    async with inhouse.browser() as other:
        await inhouse.let_in(other)
        await arrive(other, label="4", sex="woman")
        await page.goto(f"{inhouse.url}/house")
        await page.get_by_role("link", name="4 Kvinne").focus()

        await arrive(other, label="5", sex="man")

    await expect(page.locator("#house")).to_contain_text("2 i huset")
    await expect(page.get_by_role("link", name="4 Kvinne")).to_be_focused()


async def test_a_question_is_shown_once_it_is_asked(inhouse: InHouse, page: Page) -> None:
    await page.goto(f"{inhouse.url}/house/new?form=adult")
    school = page.locator("#q-school")
    await expect(school).to_be_hidden()

    await page.locator("#q-children input").fill("2")

    await expect(school).to_be_visible()
    await page.locator("#q-children input").fill("0")
    await expect(school).to_be_hidden()


async def test_a_choice_is_taken_back_and_not_known_stands_in_the_place_of_a_number(
    inhouse: InHouse, page: Page
) -> None:
    await page.goto(f"{inhouse.url}/house/new?form=adult")
    await _choose(page, "sex", "Kvinne", "Kvinne")
    await page.locator("#q-earlier_stays input[type=number]").fill("2")
    await _choose(page, "earlier_stays", "Ikke kjent")

    await _save(page)

    await expect(page.locator("#house")).to_contain_text("1 i huset: Voksen 1")
    assert kept(inhouse)[0][-1] == '{"earlier_stays":"unknown"}'


async def test_all_of_an_arrival_can_be_done_by_keys(inhouse: InHouse, page: Page) -> None:
    await page.goto(f"{inhouse.url}/house/new?form=child")
    await page.locator("#q-age input").first.focus()

    for key in ("Space", "ArrowDown", "Tab", "Space", "Enter"):
        await page.keyboard.press(key)

    await expect(page.locator("#house")).to_contain_text("Barn · 6–17 år")
    assert kept(inhouse)[0][-1] == '{"age":"big","attends":"kindergarten"}'


async def test_what_is_missing_leads_to_its_question_in_a_folded_stage(inhouse: InHouse, page: Page) -> None:
    async with inhouse.browser() as other:
        await inhouse.let_in(other)
        await arrive(other, "child", age="big", attends="neither")
    await page.goto(f"{inhouse.url}/house")
    await page.locator(".stay a").click()
    arrival = page.locator("#arrival")
    await expect(arrival).not_to_have_attribute("open", "")

    await page.goto(f"{page.url}#q-age")

    await expect(arrival).to_have_attribute("open", "")
