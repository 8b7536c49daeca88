"""The practice desk as it is started by who wants to try it."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE

from aiohttp import ClientSession

from tests.ports import practice_port


async def test_the_practice_desk_opens_in_a_process_of_its_own_and_ends_cleanly_on_ctrl_c() -> None:
    command = (sys.executable, "-m", "bot", "demo", "--port", str(practice_port()), "--no-browser")
    desk = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)
    assert desk.stdout is not None
    line = (await asyncio.wait_for(desk.stdout.readline(), 20)).decode()
    async with ClientSession() as session, session.get(line.split()[-1]) as page:
        status = page.status

    desk.send_signal(signal.SIGINT)

    _, errors = await asyncio.wait_for(desk.communicate(), 10)
    assert (status, desk.returncode, errors.decode()) == (200, 0, "")
