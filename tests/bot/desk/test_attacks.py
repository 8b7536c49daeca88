"""Attacks on the desk: whatever is not asked by one of our pages in a browser that was let in changes nothing."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from bot.desk.importing.file_imports import FileImports
from bot.desk.routes import ADMINISTRATORS, DeskRoute, routes
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.residence import residence

CODE = {"code": "AAAAAAAAAAAAAAAAAAAAAA", "name": "x", "digest": "x", "number": "1", "kind": "csv", "source": "x"}
OF_REGULAR_WORK = ("polling", "desk", "sign_of_life")
STREAMS = frozenset({"/live"})
"""Addresses that answer for as long as the browser listens."""


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = residence(tmp_path)
    async with inhouse.open():
        yield inhouse


def _routes(inhouse: InHouse) -> list[DeskRoute]:
    assert inhouse.parts is not None
    assert inhouse.parts.desk is not None
    desk = inhouse.parts.desk.desk
    return [route for route in routes(desk, FileImports(desk)) if route.path not in STREAMS]


def _path(route: DeskRoute) -> str:
    return route.path.format(**CODE)


def _kept(inhouse: InHouse) -> Mapping[str, list[tuple[object, ...]]]:
    """Return every row of every table, but for what the regular work writes meanwhile."""
    with contextlib.closing(sqlite3.connect(inhouse.folder / "vaktlogg.db")) as connection:
        named = f"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN {OF_REGULAR_WORK}"  # noqa: S608
        tables = [name for (name,) in connection.execute(named)]
        return {
            table: list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - ours
            for table in tables
        }


async def _asked(browser: Browser, route: DeskRoute, **headers: str) -> tuple[int, str]:
    """Ask a route as it is, without following where it leads; return the status and where it leads."""
    async with browser.client.request(
        route.method, f"{browser.url}{_path(route)}", headers=headers, allow_redirects=False
    ) as answer:
        return answer.status, answer.headers.get("Location", "")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "", "http://localhost"])
async def test_a_foreign_origin_is_refused_everywhere_and_never_sent_on(
    inhouse: InHouse, browser: Browser, origin: str
) -> None:
    before = _kept(inhouse)

    answers = {_path(route): await _asked(browser, route, Origin=origin) for route in _routes(inhouse)}

    assert {path for path, answer in answers.items() if answer != (403, "")} == set()
    assert _kept(inhouse) == before


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8322", "127.0.0.1:1", "127.0.0.1.evil.example"])
async def test_there_is_no_desk_under_another_name(inhouse: InHouse, browser: Browser, host: str) -> None:
    answers = {_path(route): await _asked(browser, route, Host=host) for route in _routes(inhouse)}

    assert {path for path, answer in answers.items() if answer != (403, "")} == set()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_nothing_is_done_that_another_sites_page_sends(
    inhouse: InHouse, browser: Browser, site: str
) -> None:
    headers = {"Sec-Fetch-Site": site}
    posts = [route for route in _routes(inhouse) if route.method == "POST"]

    answers = {_path(route): await _asked(browser, route, **headers) for route in posts}

    assert {path for path, answer in answers.items() if answer != (403, "")} == set()


async def test_a_browser_that_nobody_has_let_in_is_shown_the_entry_alone(
    inhouse: InHouse, stranger: Browser
) -> None:
    before = _kept(inhouse)

    answers = {
        _path(route): await _asked(stranger, route) for route in _routes(inhouse) if route.audience != "anybody"
    }

    assert {path for path, (status, _) in answers.items() if status not in {303, 401, 403}} == set()
    assert {where for _, where in answers.values()} <= {"/enter", ""}
    assert _kept(inhouse) == before


async def test_a_form_without_our_token_does_nothing(inhouse: InHouse, browser: Browser) -> None:
    before = _kept(inhouse)
    posts = [route for route in _routes(inhouse) if route.method == "POST"]

    answers = {_path(route): await _asked(browser, route, Origin=browser.url) for route in posts}

    assert {path for path, (status, _) in answers.items() if status not in {401, 403}} == set()
    assert _kept(inhouse) == before


async def test_what_is_the_administrators_is_refused_to_staff(inhouse: InHouse, browser: Browser) -> None:
    before = _kept(inhouse)
    theirs = [route for route in _routes(inhouse) if route.audience == ADMINISTRATORS]

    answers = {_path(route): await _asked(browser, route) for route in theirs}

    assert {path for path, answer in answers.items() if answer != (403, "")} == set()
    assert _kept(inhouse) == before


@pytest.mark.parametrize(
    "path",
    [
        "/../config.toml",
        "/static/../../config.py",
        "/static/x/..%2f..%2fserver.py",
        "/%00",
        "/" + "a" * 5000,
        "/enter/" + "%2e%2e%2f" * 30,
        "//evil.example/",
        "/figures/%2e%2e/",
    ],
)
async def test_a_path_leads_nowhere_but_to_our_pages(browser: Browser, path: str) -> None:
    async with browser.client.get(f"{browser.url}{path}", allow_redirects=False) as answer:
        told = await answer.text()

    assert answer.status in {200, 303, 400, 404}
    assert "[telegram]" not in told
    assert "import" not in told
    assert "evil.example" not in answer.headers.get("Location", "")


async def test_every_page_is_kept_to_this_browser_and_this_page(inhouse: InHouse, browser: Browser) -> None:
    pages = [await browser.open(_path(route)) for route in _routes(inhouse) if route.method == "GET"]

    assert {page.headers["Cache-Control"] for page in pages} == {"no-store"}
    assert all("frame-ancestors 'none'" in page.headers["Content-Security-Policy"] for page in pages)
    assert all("unsafe" not in page.headers["Content-Security-Policy"] for page in pages)
    assert {page.headers["X-Content-Type-Options"] for page in pages} == {"nosniff"}
    assert [href for page in pages for _, href in page.links if not href.startswith(("/", "#"))] == []


async def test_a_body_that_is_too_large_is_refused_in_a_sentence(browser: Browser) -> None:
    page = await browser.open("/")
    token = next(value for name, value in page.form("/register").fields if name == "token")

    answer = await browser.send("/register", [("token", token), ("form", "x" * 100_000)])

    assert answer.status == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded; charset=nonsense", b"token=%ff"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
        ("multipart/form-data", b"no boundary"),
        ("application/json", b'{"token": 1}'),
        ("application/x-www-form-urlencoded", b"token=" + b"%f0%28%8c%28" * 9),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(browser: Browser, kind: str, body: bytes) -> None:
    headers = {"Content-Type": kind, "Origin": browser.url}
    async with browser.client.post(f"{browser.url}/tap", data=body, headers=headers) as answer:
        assert answer.status in {400, 403, 415}
