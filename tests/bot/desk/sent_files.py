"""Files that an administrator sends at the desk."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from aiohttp import FormData

from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.storage.rows import rows

HEADINGS = "occurred_at,caller,behalf,reason,crisis,minority\n"
GOOD = f"{HEADINGS}2016-07-14,woman,self,violence,yes,no\n2016-07-15,man,self,guidance,no,no\n"
COUNT = "SELECT count(*) FROM record WHERE voided_at IS NULL"


async def send(
    browser: Browser, content: str | bytes, name: str = "2016.csv", mapped: str = "", **fields: str
) -> Page:
    """Send a file with records by the page's form, as browsers send it."""
    page = await browser.open("/operations/import")
    if "Velg en annen fil" in page.buttons():
        page = await browser.press("Velg en annen fil")
    written = {**_fields(page, "/operations/import/file"), "form": "call", **fields}
    files = {"file": (name, _bytes(content)), "map": ("kart.toml" if mapped else "", mapped.encode())}
    return await _post(browser, "/operations/import/file", written, files)


async def send_list(browser: Browser, content: str | bytes, **fields: str) -> Page:
    """Send a telephone exchange's list by the page's form."""
    written = {**_fields(await browser.open("/operations/import"), "/operations/import/list"), **fields}
    return await _post(browser, "/operations/import/list", written, {"file": ("liste.csv", _bytes(content))})


async def _post(
    browser: Browser, path: str, fields: Mapping[str, str], files: Mapping[str, tuple[str, bytes]]
) -> Page:
    form = FormData(default_to_multipart=True)
    for key, value in fields.items():
        form.add_field(key, value)
    for key, (name, content) in files.items():
        form.add_field(key, BytesIO(content), filename=name)
    headers = {"Origin": browser.url, "Sec-Fetch-Site": "same-origin"}
    async with browser.client.post(f"{browser.url}{path}", data=form, headers=headers) as answer:
        browser.page = Page(await answer.text(), answer.status, answer.url.path, answer.headers)
    return browser.page


def _fields(page: Page, action: str) -> dict[str, str]:
    return {name: value for name, value in page.form(action).fields if name not in {"file", "map"}}


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def left(inhouse: InHouse) -> list[Path]:
    """Return what is left of files that were sent."""
    return list(inhouse.folder.glob(".*upload*"))


def held(inhouse: InHouse, statement: str = COUNT) -> object:
    return rows(inhouse.folder / "vaktlogg.db", statement)
