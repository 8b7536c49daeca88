"""Requests that no browser sends: each is refused in a sentence, and nothing goes wrong in the program."""

import logging

import pytest

from bot.desk.cookies import DEVICE
from tests.bot.desk.inhouse import Browser, InHouse


@pytest.mark.parametrize("value", ["\udcff\udcfe", "æøå", "a" * 3000, ""])
@pytest.mark.parametrize("path", ["/", "/enter", "/enter/kode", "/unlock"])
async def test_a_cookie_that_cannot_be_ours_is_none(
    inhouse: InHouse, caplog: pytest.LogCaptureFixture, path: str, value: str
) -> None:
    async with inhouse.browser() as browser:
        page = await browser.open(path, Cookie=f"{DEVICE}={value}")

    assert (page.status, page.path) == (200, path if path.startswith("/enter") else "/enter")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("charset", ["unicode_escape", "raw_unicode_escape", "utf-7", "utf-16", "hex", "nonsense"])
@pytest.mark.parametrize("path", ["/tap", "/register", "/time", "/me/code", "/unlock", "/enter"])
async def test_a_form_in_another_charset_is_refused(
    browser: Browser, caplog: pytest.LogCaptureFixture, path: str, charset: str
) -> None:
    headers = {"Content-Type": f"application/x-www-form-urlencoded; charset={charset}", "Origin": browser.url}
    body = b"token=%5Cud800&tap=%5Cud800&code=%5Cud800&form=%5Cud800"
    async with browser.client.post(f"{browser.url}{path}", data=body, headers=headers) as answer:
        assert answer.status in {400, 403}

    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_half_a_character_is_refused_with_the_right_token_too(browser: Browser) -> None:
    page = await browser.open("/")
    token = dict(page.form("/register").fields)["token"]
    kind = "application/x-www-form-urlencoded; charset=unicode_escape"
    headers = {"Content-Type": kind, "Origin": browser.url}
    body = f"token={token}&tap=%5Cud800".encode()
    async with browser.client.post(f"{browser.url}/tap", data=body, headers=headers) as answer:
        assert answer.status == 400


@pytest.mark.parametrize("path", ["//evil.example/x", "/no/such/page"])
async def test_from_an_address_that_is_no_page_unlocking_leads_to_the_first_page(
    browser: Browser, path: str
) -> None:
    page = await browser.open(path)

    assert page.status == 404
    assert 'data-again="/"' in page.html
