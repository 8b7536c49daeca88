"""The rules that the first page's script follows are the server's own, in a real browser."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, Route, sync_playwright

from bot.desk.registering.form_rules import rules_of
from handlers.calls.filling import Finished, Step, begin, press
from handlers.tap.form_tap import DONE, FormState, FormTap, Press
from storage.forms.form import Form
from storage.forms.screen import Choices
from tests.browser import CHROMIUM, needs_browser
from tests.handlers.calls.test_whole_form import FORMS
from tests.handlers.walking import NEW, NONCE, OLD

WALK = """async ([form, chosen, day]) => (await import("/register_rules.js")).walk(form, chosen, day)"""

pytestmark = needs_browser


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """Open a page that the rules of the script can be tried on."""
    script = files("bot.desk").joinpath("static/register_rules.js").read_text("utf-8")

    def answer(route: Route) -> None:
        is_script = route.request.url.endswith(".js")
        kind = "text/javascript" if is_script else "text/html"
        route.fulfill(body=script if is_script else "", content_type=kind)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", answer)
        page.goto("http://rules.test/")
        yield page
        browser.close()


def _by_the_server(form: Form, chosen: Mapping[int, list[int]], day: date) -> tuple[dict[int, list[int]], Step]:
    """Tap what was chosen as far as it is offered: return what each screen offered, and how it ends or where."""
    step: Step = begin(form, NONCE, day)
    shown: dict[int, list[int]] = {}
    while isinstance(step, FormState) and step.screen not in shown:
        screen, place = form.screens[step.screen], step.screen
        shown[place] = sorted(form.offered(screen, step.answers, day))
        presses: list[Press] = [at for at in chosen[place] if at in shown[place]]
        for pressed in [*presses, DONE] if isinstance(screen, Choices) else presses:
            assert isinstance(step, FormState)
            step = press(FormTap(step, pressed), day)
    return shown, step


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(FORMS), st.sampled_from([OLD, date(2016, 1, 1), NEW]), st.data())
def test_the_script_asks_offers_and_ends_as_the_server_does(
    page: Page, form: Form, day: date, data: st.DataObject
) -> None:
    chosen: dict[int, list[int]] = {}
    for place, screen in enumerate(form.screens):
        most = len(screen.flat) if isinstance(screen, Choices) else 1
        chosen[place] = sorted(data.draw(st.sets(st.integers(0, len(screen.flat) - 1), max_size=most)))
    shown, step = _by_the_server(form, chosen, day)

    walked: dict[str, Any] = page.evaluate(WALK, [asdict(rules_of(form)), _by_text(chosen), day.isoformat()])

    before = max(shown) + 1
    offered = {at: screen["offered"] for at, screen in enumerate(walked["screens"][:before]) if screen["asked"]}
    assert offered == shown
    if isinstance(step, FormState):
        assert walked["missing"] == step.screen
    elif isinstance(step, Finished) and walked["end"]:
        screen, button = walked["end"]
        assert form.screens[screen].flat[button].outcome == step.outcome
    else:
        assert isinstance(step, Finished)
        assert walked["missing"] is None
        assert {key: _as_kept(answer) for key, answer in walked["answers"].items()} == dict(step.answers)


def _by_text(chosen: Mapping[int, list[int]]) -> Mapping[str, list[int]]:
    return {str(place): places for place, places in chosen.items()}


def _as_kept(answer: str | list[str]) -> str | tuple[str, ...]:
    return answer if isinstance(answer, str) else tuple(answer)
