"""The suite's own watch: whatever a test printed or logged, the token is not in it."""

import logging
import os
import shutil
import signal
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from types import FrameType

import pytest
from playwright.async_api import Browser

from bot.logs import Redacting
from reports.worker import client
from tests.browser import open_browser
from tests.forked_worker import forking

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - whose folders pytest makes for their owner alone
ROOM = 4 * 2**30
"""What must be free there, in bytes: the tests' files take some hundred million."""
TOKEN_SECRET = "AAprovetoken-som-ikke-apner-noe-000"


def pytest_xdist_auto_num_workers() -> int:
    """Run on two workers more than there are cores: many tests wait for a clock, or for a process of their own."""
    return (os.cpu_count() or 1) + 2


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main() -> None:
    """Keep the tests' files in memory where there is room: each commit waits until it is on the disk."""
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        for variable in ("TMPDIR", "PYTEST_DEBUG_TEMPROOT"):  # pytest has asked for the first already
            os.environ.setdefault(variable, str(IN_MEMORY))


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let the suite's log pass the formatter that ours passes; the library itself logs the token at DEBUG."""
    logging.getLogger("aiosqlite").setLevel(logging.INFO)  # it writes every statement twice, and never a token
    # asyncio puts a handler of its own in the place of Python's, and looking which one is there writes out all
    # that an asynchronous fixture holds: half of the time that the tests of a whole centre take.
    signal.signal(signal.SIGINT, _interrupt)
    plugin = config.pluginmanager.getplugin("logging-plugin")
    for handler in (plugin.report_handler, plugin.caplog_handler):
        handler.setFormatter(Redacting())


@pytest.fixture(scope="session", autouse=True)
def worker_command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have workers forked from one that has its libraries imported."""
    with (
        forking(tmp_path_factory.mktemp("worker") / "asked") as command,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(client, "WORKER", command)
        yield


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    """Start a real browser, on the loop of the one test that it is for."""
    async with open_browser() as browser:
        yield browser


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail the test whose output, DEBUG log or traceback holds the token."""
    report = yield
    printed = "\n".join([report.longreprtext, *(text for _, text in report.sections)])
    if TOKEN_SECRET in printed:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} ({call.when}) let the token out"
    return report


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
