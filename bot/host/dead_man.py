"""A sign to a service outside the house, which raises the alarm when it stays away."""

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

LOG = logging.getLogger(__name__)
PING_SECONDS = 300.0
TIME_LIMIT = 20.0
AN_HOUR = 3600.0


@dataclass
class DeadMan:
    """Asks for an address, whose path is a secret, every five minutes as long as all is ``well``.

    ``moment`` is a clock of seconds that never jumps: failures are logged once an hour.
    """

    url: str = field(repr=False)
    proxy: str | None = field(repr=False)
    well: Callable[[], bool]
    moment: Callable[[], float]
    seconds: float = TIME_LIMIT
    _asked_at: float = field(init=False, default=-math.inf)
    _logged_at: float = field(init=False, default=-math.inf)

    async def ping(self) -> None:
        """Ask for the address where that is due, with nothing but the request; no redirection is followed."""
        if not self.well() or self.moment() - self._asked_at < PING_SECONDS:
            return
        self._asked_at = self.moment()
        if (trouble := await self._trouble()) is not None and self.moment() - self._logged_at >= AN_HOUR:
            LOG.warning("The address under [host] ping_url did not take the sign of life: %s", trouble)
            self._logged_at = self.moment()

    async def _trouble(self) -> str | None:
        """Ask, and return what went wrong in words that do not hold the address; None where nothing did."""
        import aiohttp  # noqa: PLC0415 - 9 MiB that only those need who have such an address

        session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self.seconds),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        try:
            async with session, session.get(self.url, allow_redirects=False, proxy=self.proxy) as response:
                granted = HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
                return None if granted else str(response.status)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return type(error).__name__
