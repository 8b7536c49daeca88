"""The way to Telegram, straight or through a proxy."""

import asyncio
import base64
import socket
from collections.abc import AsyncIterator

import pytest

from bot.sockets import Addresses, connected_socket, proxy_for, tunnelled_socket
from tests.bot.telegram.http_server import CLOSE, THROUGH, HttpServer, Step, closed_port, http_server

TELEGRAM = "https://api.telegram.org/bot"


@pytest.fixture
async def proxy() -> AsyncIterator[HttpServer]:
    """Open a proxy."""
    async with http_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, None),
        ({"https_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "socks5://proxy:1080"}, None),
        ({"http_proxy": "http://proxy:3128"}, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "localhost,.telegram.org"}, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "localhost"}, "http://proxy:3128"),
    ],
)
def test_the_proxy_is_the_one_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], found: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert proxy_for(TELEGRAM) == found


@pytest.mark.parametrize(
    ("given", "permission"),
    [
        ("", None),
        ("me:s%40fe@", base64.b64encode(b"me:s@fe").decode()),
        ("me@", base64.b64encode(b"me:").decode()),
    ],
)
async def test_a_proxy_is_asked_for_a_tunnel_and_told_the_password_if_there_is_one(
    proxy: HttpServer, given: str, permission: str | None
) -> None:
    proxy.will(THROUGH)

    with await tunnelled_socket(f"http://{given}127.0.0.1:{proxy.port}", "api.telegram.org", 443, Addresses()):
        [request] = proxy.requests

    assert request.line == "CONNECT api.telegram.org:443 HTTP/1.1"
    assert request.headers.get("proxy-authorization") == (permission and f"Basic {permission}")


async def test_an_address_of_figures_stands_in_brackets(proxy: HttpServer) -> None:
    proxy.will(THROUGH)

    with await tunnelled_socket(proxy.url, "2001:db8::1", 443, Addresses()):
        [request] = proxy.requests

    assert request.line == "CONNECT [2001:db8::1]:443 HTTP/1.1"


async def test_a_host_is_looked_up_once_for_all_who_ask_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, asked = asyncio.get_running_loop(), []

    async def look_up(host: str, *_: object, **__: object) -> list[str]:
        asked.append(host)
        await asyncio.sleep(0)
        return [f"the address of {host}"]

    monkeypatch.setattr(loop, "getaddrinfo", look_up)
    addresses = Addresses()

    found = await asyncio.gather(*(addresses.of("api.telegram.org", 443) for _ in range(5)))

    assert found == [["the address of api.telegram.org"]] * 5
    assert asked == ["api.telegram.org"]


async def test_what_follows_the_proxys_head_is_left_for_whoever_uses_the_tunnel(proxy: HttpServer) -> None:
    proxy.will(THROUGH + b"hello")

    with await tunnelled_socket(proxy.url, "api.telegram.org", 443, Addresses()) as tunnel:
        tunnel.setblocking(True)  # noqa: FBT003 - the library's signature
        assert tunnel.recv(5) == b"hello"


@pytest.mark.parametrize(
    "steps",
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",),
        (b"HTTP/1.1 200",),
        (b"garbage\r\n\r\n",),
        (b"\r\n\r\n",),
        (b"x" * 20_000,),
        (),
    ],
)
async def test_a_proxy_that_does_not_let_us_through_is_left(proxy: HttpServer, steps: tuple[Step, ...]) -> None:
    proxy.will(*steps, CLOSE)

    with pytest.raises(OSError):  # noqa: PT011 - any of them
        await tunnelled_socket(proxy.url, "api.telegram.org", 443, Addresses())


@pytest.mark.parametrize("said", [b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", b"x" * 20_000])
async def test_the_socket_to_a_proxy_that_refuses_is_closed(proxy: HttpServer, said: bytes) -> None:
    proxy.will(said)

    with pytest.raises(OSError):  # noqa: PT011 - any of them
        await tunnelled_socket(proxy.url, "api.telegram.org", 443, Addresses())

    await proxy.left(0)


async def test_the_socket_to_a_proxy_that_says_nothing_is_closed_when_it_is_given_up(proxy: HttpServer) -> None:
    given_up = asyncio.create_task(tunnelled_socket(proxy.url, "api.telegram.org", 443, Addresses()))
    await proxy.asked(1)

    given_up.cancel()

    with pytest.raises(asyncio.CancelledError):
        await given_up
    await proxy.left(0)


async def test_a_socket_sends_small_pieces_at_once(proxy: HttpServer) -> None:
    with await connected_socket("127.0.0.1", proxy.port, Addresses()) as connected:
        assert connected.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def test_a_host_where_nobody_listens_is_an_error() -> None:
    with closed_port() as port, pytest.raises(OSError):  # noqa: PT011 - any of them
        await connected_socket("127.0.0.1", port, Addresses())
