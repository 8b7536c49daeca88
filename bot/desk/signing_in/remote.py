"""From where a request comes, as far as wrong codes are counted by it. It is never kept, and stands in no log."""

import ipaddress

from aiohttp import web

from bot.config.desk import DeskSection

HOST_BITS = 64
"""What whoever has one IPv6 address can choose freely."""


def sender(request: web.Request, section: DeskSection) -> int | None:
    """Return the number of the sender's address, of an IPv6 network its own; None where it cannot be told.

    A proxy on this machine, before a ``public_url``, says last from where it was asked.
    """
    address = _address(request.remote or "")
    if section.public_url and address is not None and address.is_loopback:
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", [])).rpartition(",")[2]
        address = _address(forwarded.strip()) or address
    if isinstance(address, ipaddress.IPv6Address):
        return int(address.ipv4_mapped) if address.ipv4_mapped else -(int(address) >> HOST_BITS) - 1
    return None if address is None else int(address)


def _address(written: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(written)
    except ValueError:
        return None
