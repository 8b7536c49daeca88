"""How long registering takes on the practice desk: `python -m tests.benchmark.stopwatch`; needs Debian's chromium.

A hand taps in a browser 360 pixels wide, and takes so long to find each button. Counted from when the first
button is looked for until the receipt stands there: the best, the middle and the worst of five rounds.
"""

import asyncio
import shutil
import signal
import statistics
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from typing import Annotated

import typer
from playwright.async_api import Page, async_playwright

ROUNDS = 5
RECEIPTS = "() => document.getElementById('log').innerText.split('Lagret').length - 1"
KINDS: Sequence[tuple[str, Sequence[str]]] = (
    ("a call", ("Politi", "KRISE – vold", "Ikke kjent")),
    ("one more like it", ("Én til som denne", "Nei")),
    ("a call of yesterday", ("Tidligere samtale", "I går", "13–14", "NAV", "Vold", "Ja")),
)


async def _tap(page: Page, label: str, hand: float) -> None:
    """Find the newest button of this name, and tap it once it is there."""
    await asyncio.sleep(hand)
    await page.get_by_role("button", name=label, exact=True).last.click()


async def _seconds(page: Page, labels: Sequence[str], hand: float) -> float:
    receipts = int(await page.evaluate(RECEIPTS))
    begun = time.perf_counter()
    for label in labels:
        await _tap(page, label, hand)
    await page.wait_for_function(f"n => ({RECEIPTS})() > n", arg=receipts)
    return time.perf_counter() - begun


async def _measure(address: str, hand: float) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 360, "height": 740})
        await page.goto(address)
        await page.get_by_role("button", name="Politi").wait_for()
        rounds = [[await _seconds(page, labels, hand) for _, labels in KINDS] for _ in range(ROUNDS)]
        await browser.close()
    for (kind, labels), times in zip(KINDS, zip(*rounds, strict=True), strict=True):
        told = " / ".join(f"{figure:.1f}" for figure in (min(times), statistics.median(times), max(times)))
        sys.stdout.write(f"{kind}: {len(labels)} taps, {told} s\n")


async def _on_a_desk(hand: float) -> None:
    desk = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0", "--no-browser"), stdout=PIPE
    )
    assert desk.stdout is not None
    try:
        await _measure((await desk.stdout.readline()).decode().split()[-1], hand)
    finally:
        desk.send_signal(signal.SIGINT)
        await desk.wait()


def main(hand: Annotated[float, typer.Option(help="Seconds to find a button.")] = 1.0) -> None:
    """Measure each kind of call in five rounds."""
    asyncio.run(_on_a_desk(hand))


if __name__ == "__main__":
    typer.run(main)
