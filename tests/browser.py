"""Debian's chromium, for the tests that need a real browser; without a window it takes half as much to start."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
REQUIRED = os.environ.get("VAKTLOGG_BROWSER_TEST") == "required"

needs_browser = pytest.mark.skipif(
    CHROMIUM is None and not REQUIRED, reason="needs Debian's chromium; .ci/run installs it and requires this test"
)


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """Start a browser, and close it in the end."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()
