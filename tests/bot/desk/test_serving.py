"""Serving the desk: with its own certificate, or not at all where it cannot be."""

import contextlib
import socket
import ssl
from pathlib import Path

import pytest
from aiohttp import ClientSession, TCPConnector

from bot.config.desk import DeskSection
from bot.desk.serving.certificate import UnusableCertificate
from bot.desk.serving.server import AddressTaken
from tests.bot.certificates import make_certificate
from tests.bot.desk.inhouse import InHouse


async def test_with_a_certificate_it_is_encrypted_and_its_cookies_come_and_go_by_encrypted_connections_alone(
    tmp_path: Path,
) -> None:
    certificate, key = make_certificate(tmp_path, "127.0.0.1")
    house = InHouse(tmp_path, desk=DeskSection(address="127.0.0.1:0", certificate=certificate, key=key))
    trusting = ssl.create_default_context(cafile=certificate)
    async with house.open(), ClientSession(connector=TCPConnector(ssl=trusting)) as browser:
        url = house.said[0].split()[-1]
        async with browser.get(f"{url}/enter") as answer:
            headers = answer.headers

    assert url.startswith("https://127.0.0.1:")
    assert "; Secure" in headers["Set-Cookie"]
    assert headers["Set-Cookie"].startswith("__Host-")
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("spoilt", ["desk.pem", "desk.key"])
async def test_a_certificate_that_cannot_be_used_stops_the_start(tmp_path: Path, spoilt: str) -> None:
    certificate, key = make_certificate(tmp_path, "127.0.0.1")
    (tmp_path / spoilt).write_text("nothing", encoding="utf-8")
    house = InHouse(tmp_path, desk=DeskSection(address="127.0.0.1:0", certificate=certificate, key=key))

    with pytest.raises(UnusableCertificate):
        async with house.open():
            pass


async def test_an_address_that_is_taken_stops_the_start(tmp_path: Path) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as other:
        house = InHouse(tmp_path, desk=DeskSection(address=f"127.0.0.1:{other.getsockname()[1]}"))

        with pytest.raises(AddressTaken):
            async with house.open():
                pass
