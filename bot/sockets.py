"""Sockets that lead to an address: the first of its hosts that answers, or through a proxy."""

import asyncio
import base64
import logging
import math
import socket
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohappyeyeballs import start_connection

LOG = logging.getLogger(__name__)
NEXT_HOST_AFTER = 0.25
BELIEVED_SECONDS = 10.0
PROXY_PORT = 80
HEAD_LIMIT = 16_384
"""No proxy needs more bytes to say yes."""


class ProxyRefused(OSError):
    """The proxy does not let us through, or is none."""


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for an address; one that does not speak HTTP is not used."""
    address = urlsplit(url)
    named = None if proxy_bypass(address.hostname or "") else getproxies().get(address.scheme)
    if named is None or "://" not in named:
        return named and f"http://{named}"
    if not named.startswith("http://"):
        LOG.warning("The proxy that the environment names is no http:// proxy, and is not used")
        return None
    return named


class Addresses:
    """The addresses of hosts, each looked up by one question at a time and believed for a while."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[tuple[str, int], tuple[float, list[Any]]] = {}
        self._looking_up = asyncio.Lock()

    async def of(self, host: str, port: int) -> list[Any]:
        """Return where a host is, as `getaddrinfo` does. Raises `OSError`."""
        loop = asyncio.get_running_loop()
        async with self._looking_up:
            since, places = self._found.get((host, port), (-math.inf, []))
            if loop.time() - since > BELIEVED_SECONDS:
                places = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                self._found[host, port] = loop.time(), places
        return [*places]


async def connected_socket(host: str, port: int, addresses: Addresses) -> socket.socket:
    """Return a socket to whichever address of a host answers first. Raises `OSError`."""
    places = await addresses.of(host, port)
    connected = await start_connection(places, happy_eyeballs_delay=NEXT_HOST_AFTER)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


async def tunnelled_socket(proxy: str, host: str, port: int, addresses: Addresses) -> socket.socket:
    """Return a socket through an HTTP proxy, whose address may hold a name and a password. Raises `OSError`."""
    address = urlsplit(proxy)
    tunnel = await connected_socket(address.hostname or "", address.port or PROXY_PORT, addresses)
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        await _pass_through(tunnel, place, _permission(address.username, address.password))
    except BaseException:
        tunnel.close()
        raise
    return tunnel


async def _pass_through(tunnel: socket.socket, place: str, permission: str) -> None:
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(tunnel, f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{permission}\r\n".encode())
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        # One byte at a time: what follows the head belongs to the host.
        byte = await loop.sock_recv(tunnel, 1)
        if not byte or len(head) == HEAD_LIMIT:
            raise ProxyRefused
        head += byte
    if head.split(b" ")[1:2] != [b"200"]:
        raise ProxyRefused


def _permission(name: str | None, password: str | None) -> str:
    if name is None:
        return ""
    given = base64.b64encode(f"{unquote(name)}:{unquote(password or '')}".encode()).decode()
    return f"Proxy-Authorization: Basic {given}\r\n"
