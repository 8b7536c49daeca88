"""Telling the service manager how the program is: systemd's protocol of datagrams to a socket."""

import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

LOG = logging.getLogger(__name__)
SOCKET_VARIABLE = "NOTIFY_SOCKET"
READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


@dataclass(frozen=True)
class Notifier:
    """Tells the service manager at ``address``; without one, nobody."""

    address: str | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Return the notifier that the environment names."""
        return cls(environment.get(SOCKET_VARIABLE))

    @property
    def _place(self) -> str:
        # One that begins with @ stands for an address without a file.
        address = self.address or ""
        return f"\0{address[1:]}" if address.startswith("@") else address

    def tell(self, *states: str, status: str | None = None) -> None:
        """Tell these states, and a sentence for people; what does not arrive is logged."""
        if self.address is None:
            return
        lines = [*states, *([] if status is None else [f"STATUS={' '.join(status.split())}"])]
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
                # Where its queue is full, the next telling comes soon enough, and nobody waits for this one.
                way.settimeout(0)
                way.sendto("\n".join(lines).encode(), self._place)
        except OSError as error:
            LOG.warning("The service manager could not be told: %s", error.strerror)
