"""The page of reports: what was delivered where, what comes next, and one of any period at once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.chat_desk import Clock
from tests.bot.desk.inhouse import Browser
from tests.bot.mail.reporting import BOARD, LEADER, MailHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[MailHouse]:
    house = MailHouse(tmp_path, clock=Clock())
    async with house.post.open():
        yield house


async def _administrator(house: MailHouse, browser: Browser) -> None:
    await house.let_in(browser, "administrator")
    await browser.open("/reports")


async def test_a_report_stands_there_with_its_number_its_day_and_its_places(house: MailHouse) -> None:
    async with house.due("2026-11-05"), house.browser() as browser:
        await house.deliver()
        await house.let_in(browser, "leader")
        page = await browser.open("/reports")

    assert "Månedsrapport for november 2026\nny\nSkulle komme 3. desember 2026" in page.text
    assert f"\n{LEADER}\nlevert" in page.text
    assert "\nvaktbordet\nlevert" in page.text


async def test_a_report_that_somebody_has_opened_is_no_longer_new(house: MailHouse) -> None:
    async with house.due(), house.browser() as browser:
        await house.deliver()
        await house.let_in(browser, "leader")
        page = await browser.open("/reports")
        [address] = [link for label, link in page.links if label == "Månedsrapport for november 2026"]

        opened = await browser.open(address)
        page = await browser.open("/reports")

    assert opened.path == "/figures"
    assert "\nny\n" not in page.text


async def test_what_has_been_corrected_since_is_marked_with_both_totals(house: MailHouse) -> None:
    async with house.due("2026-11-05"), house.browser() as browser:
        await house.deliver()
        await house.keep("2026-11-06", "2026-11-07")
        await house.let_in(browser, "leader")
        page = await browser.open("/reports")

    assert "endret" in page.text
    assert "Rettet siden: 3 nå, 1 i rapporten." in page.text


async def test_what_comes_next_is_told_with_its_places(house: MailHouse) -> None:
    async with house.due(), house.browser() as browser:
        await house.deliver()
        await house.let_in(browser, "leader")
        page = await browser.open("/reports")

    assert f"Desember 2026\n3. januar 2027 kl. 08:00\n{LEADER} og vaktbordet" in page.text.replace("\u00a0", " ")


async def test_an_administrator_may_have_what_is_due_delivered_now(house: MailHouse) -> None:
    async with house.due(), house.browser() as browser:
        await _administrator(house, browser)
        page = await browser.press("Lever nå")

    assert "Alt som skulle leveres, er levert." in page.text
    assert [recipient for recipient, _ in house.post.mails] == [LEADER]


async def test_what_cannot_be_delivered_yet_is_said_and_why(house: MailHouse) -> None:
    house.post.answers = {LEADER: "451 4.7.1 later"}
    async with house.due(), house.browser() as browser:
        await _administrator(house, browser)
        page = await browser.press("Lever nå")

    assert "1 rapport er ikke levert ennå; den prøves på nytt." in page.text
    assert "e-posttjeneren tar ikke imot akkurat nå: 451 4.7.1" in page.text


async def test_what_a_mailbox_has_refused_is_tried_again_by_an_administrator_alone(house: MailHouse) -> None:
    house.to, house.post.answers = (LEADER, BOARD), {BOARD: "550 5.1.1 unknown"}
    async with house.due(), house.browser() as browser:
        await house.deliver()
        await _administrator(house, browser)
        house.post.answers = {}
        page = await browser.press("Prøv igjen")

    assert "Det er prøvd på nytt; nedenfor står det hvordan det gikk." in page.text
    assert {recipient for recipient, _ in house.post.mails} == {LEADER, BOARD}
    assert "Prøv igjen" not in page.buttons()


async def test_a_leader_can_neither_deliver_nor_try_again(house: MailHouse) -> None:
    house.post.answers = {LEADER: "550 5.1.1 unknown"}
    async with house.due(), house.browser() as browser:
        await house.deliver()
        await house.let_in(browser, "leader")
        page = await browser.open("/reports")
        token = page.form("/reports/ask").fields
        refused = [(await browser.send(path, token)).status for path in ("/reports/deliver", "/reports/again")]

    assert {"Lever nå", "Prøv igjen"}.isdisjoint(page.buttons())
    assert refused == [403, 403]


async def test_staff_see_no_reports(house: MailHouse) -> None:
    async with house.open(), house.browser() as browser:
        await house.let_in(browser)

        assert (await browser.open("/reports")).status == 403


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("november", "Månedsrapport for november 2026"),
        ("", "Månedsrapport for november 2026"),
        ("2026", "Årsrapport for 2026"),
        ("mars 1985", "Ingenting er registrert i mars 1985, så det finnes ingen rapport."),
    ],
)
async def test_a_leader_asks_for_a_report_and_it_is_shown_alone(house: MailHouse, asked: str, said: str) -> None:
    async with house.due("2026-11-05"), house.browser() as browser:
        await house.let_in(browser, "leader")
        await browser.open("/reports")
        page = await browser.press("Vis rapporten", period=asked)

    assert f"\n{said}" in page.text
    assert "blir laget" not in page.text
    assert page.path == "/reports"


async def test_words_that_are_no_period_are_said_to_be_none(house: MailHouse) -> None:
    async with house.open(), house.browser() as browser:
        await house.let_in(browser, "leader")
        await browser.open("/reports")
        page = await browser.press("Vis rapporten", period="tulleprat")

    assert "Den perioden kjenner jeg ikke." in page.text
    assert "siste 12 måneder" not in page.text
    assert ("period", "tulleprat") in page.form("/reports/ask").fields


async def test_beside_a_report_s_table_its_other_buttons_and_the_way_back_stay(house: MailHouse) -> None:
    async with house.due("2026-11-05"), house.browser() as browser:
        await house.let_in(browser, "leader")
        await browser.open("/reports")
        await browser.press("Vis rapporten", period="november")
        table = await browser.press("Tabell")
        about = await browser.press("Om tallene")
        back = await browser.press("Tilbake til rapporten")

    assert "Tilbake til rapporten" in table.text
    assert "Om tallene" in about.text
    assert "\nMånedsrapport for november 2026" in back.text
    assert "Tilbake til rapporten" not in back.text


@pytest.mark.parametrize("path", ["/reports/0", "/reports/-1", "/reports/x", "/reports/1%2f2"])
async def test_a_number_of_no_report_leads_nowhere(house: MailHouse, path: str) -> None:
    async with house.open(), house.browser() as browser:
        await house.let_in(browser, "leader")

        assert (await browser.open(path)).status == 404


async def test_before_the_first_report_it_says_so(house: MailHouse) -> None:
    async with house.open(), house.browser() as browser:
        await house.let_in(browser, "leader")
        page = await browser.open("/reports?year=1985")

    assert "Ingen rapport har kommet ennå." in page.text
