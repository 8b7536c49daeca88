"""A desk in a process of its own for `tests.benchmark.desk`: browsers let in, until its standard input ends."""

import asyncio
import json
import logging
import sys
import tempfile
from pathlib import Path

from storage.people.seat import Role
from tests.bot.desk.inhouse import InHouse


async def serve(folder: Path, browsers: int) -> None:
    """Serve a desk, let staff and last an administrator in, and print its address and their cookies as JSON."""
    inhouse = InHouse(folder)
    async with inhouse.open():
        staff: list[Role] = ["staff"] * (browsers - 1)
        cookies = [await _let_in(inhouse, role) for role in (*staff, "administrator")]
        sys.stdout.write(f"{json.dumps({'url': inhouse.url, 'cookies': cookies})}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)


async def _let_in(inhouse: InHouse, role: Role) -> dict[str, str]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, role)
        return {cookie.key: cookie.value for cookie in browser.client.cookie_jar}


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="vaktlogg-") as place:
        asyncio.run(serve(Path(place), int(sys.argv[1])))
