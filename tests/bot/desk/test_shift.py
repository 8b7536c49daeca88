"""This shift beside the form: what stands there for whom, and what may be done about it."""

import re

import pytest

from bot.desk.registering import shift
from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.page import Page
from tests.storage.rows import rows

TIMES = "SELECT occurred_at FROM record"
NOT_YOURS = "Bare den som førte samtalen, kan endre den, i 24 timer."


def calls(page: Page) -> list[str]:
    """Return the rows of the list, as they were sent."""
    return re.findall(r'<li class="call.*?</li>', page.html, re.DOTALL)


def way_to(page: Page, call: str) -> str:
    """Return the address at which stands what can be done about a call."""
    return next(link for label, link in page.links if label == call).partition("#")[0]


async def test_what_can_be_done_stands_at_the_latest_call_and_at_one_that_is_asked_for(browser: Browser) -> None:
    await browser.register(0, 1, 0)
    page = await browser.register(2, 1, 0)

    asked = await browser.open(way_to(page, "Kvinne · seg selv · vold · krise"))

    assert ["Angre" in call for call in calls(page)] == [True, False]
    assert ["Angre" in call for call in calls(asked)] == [True, True]


@pytest.mark.parametrize("label", ["Taus samtale", "Feil nummer/annet"])
async def test_a_call_that_is_counted_apart_can_be_undone_at_once_as_the_latest(
    browser: Browser, label: str
) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press(label)

    assert ["Angre" in call for call in calls(page)] == [True, False]


async def test_beside_the_form_stand_the_latest_calls_and_a_link_to_all(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift, "MOST_BESIDE", 1)
    await browser.register(0, 1, 0)

    page = await browser.register(2, 1, 0)
    whole = await browser.open("/shift")

    assert ("Hele listen: 2, også angrede og fra andre vakter", "/shift") in page.links
    assert (len(calls(page)), len(calls(whole))) == (1, 2)


async def test_a_correction_opens_in_the_row_of_its_call_and_stands_in_the_place_of_the_receipt(
    browser: Browser,
) -> None:
    await browser.register(0, 1, 0)
    await browser.register(2, 1, 0)
    await browser.open(way_to(await browser.open("/"), "Kvinne · seg selv · vold · krise"))

    page = await browser.press("Endre", 1)

    first, second = calls(page)
    assert ("data-focus" in first, "data-focus" in second) == (False, True)
    assert "Hva vil du endre?" in second
    assert "Lagret" not in second


async def test_a_call_is_corrected_to_the_end_in_its_row(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)

    await browser.press("Endre")
    await browser.press("Bakgrunn")
    page = await browser.press("Nei")

    assert "Endret." in page.text
    assert "Minoritetsspråklig bakgrunn: nei" in calls(page)[0]
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT minority FROM calls") == [("no",)]


async def test_an_undone_call_stays_struck_through_until_it_is_brought_back(browser: Browser) -> None:
    await browser.register(0, 1, 0)

    undone = await browser.press("Angre")
    back = await browser.press("Hent tilbake")

    assert 'class="call undone"' in calls(undone)[0]
    assert 'class="call undone"' not in calls(back)[0]


async def test_one_more_like_this_leads_to_the_form(browser: Browser) -> None:
    page = await browser.register(0, 1, 0)

    assert [label for label, link in page.links if link.startswith("/?like=")] == ["Én til som denne"]


@pytest.mark.parametrize(
    ("day", "hour", "kept"), [("2026-11-03", "9", "2026-11-03T09"), ("2026-10-04", "23:59", "2026-10-04T23")]
)
async def test_a_call_is_moved_to_the_day_and_hour_that_are_written(
    inhouse: InHouse, browser: Browser, day: str, hour: str, kept: str
) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Flytt", day=day, hour=hour)

    assert "Endret." in page.text
    assert rows(inhouse.folder / "vaktlogg.db", TIMES) == [(kept,)]


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        ("2026-11-03", "15", "men ikke fra en time som kommer. Ingenting er endret."),
        ("2026-10-02", "9", "En samtale kan være fra de siste 31 dagene"),
        ("0001-01-01", "0", "En samtale kan være fra de siste 31 dagene"),
        ("2026-11-03", "", "Dagen eller timen mangler"),
        ("2026-11-03", "24", "Dagen eller timen mangler"),
        ("", "9", "Dagen eller timen mangler"),
    ],
)
async def test_a_time_that_no_call_can_have_is_refused_in_a_sentence(
    inhouse: InHouse, browser: Browser, day: str, hour: str, said: str
) -> None:
    await browser.register(0, 1, 0)

    page = await browser.press("Flytt", day=day, hour=hour)

    assert said in page.text
    assert rows(inhouse.folder / "vaktlogg.db", TIMES) == [("2026-11-03T14",)]


async def test_staff_see_the_calls_of_other_seats_and_change_only_their_own(
    browser: Browser, other: Browser
) -> None:
    page = await browser.register(0, 1, 0)
    move = page.form("/time").fields

    seen = await other.open("/")
    refused = await other.send(
        "/time",
        [(name, value) for name, value in move if name != "token"]
        + [("token", dict(seen.form("/compare").fields)["token"]), ("hour", "9")],
    )

    assert "Kvinne · seg selv" in calls(seen)[0]
    assert "Angre" not in seen.buttons()
    assert NOT_YOURS in refused.text


async def test_a_leader_may_change_the_calls_of_the_shift(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)

    async with inhouse.browser() as leader:
        await inhouse.let_in(leader, "leader")
        await leader.open("/")
        page = await leader.press("Angre")

    assert "Hent tilbake" in page.buttons()


async def test_a_call_of_an_earlier_shift_stands_with_those_it_was_registered_with(browser: Browser) -> None:
    page = await browser.register(0, 1, 0, day="2026-11-02", hour="3")

    assert "Mandag 2. november, kl. 03–04" in page.text


async def test_with_the_shift_its_calls_are_gone(inhouse: InHouse, browser: Browser) -> None:
    await browser.register(0, 1, 0)

    inhouse.clock.move(hours=1)

    assert calls(await browser.open("/")) == []


async def test_nothing_of_a_call_is_shown_longer_than_in_the_chat(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    inhouse = InHouse(tmp_path_factory.mktemp("brief"))
    inhouse.privacy = inhouse.privacy.model_copy(update={"clear_hours": 1})
    inhouse.clock.move(hours=-5)
    async with inhouse.open(), inhouse.browser() as browser, inhouse.browser() as other:
        await inhouse.let_in(browser)
        await inhouse.let_in(other)
        await browser.register(0, 1, 0)
        inhouse.clock.move(hours=1)

        own, others = await browser.open("/"), await other.open("/")

    assert (len(calls(own)), len(calls(others))) == (1, 0)
    assert "Kvinne · seg selv" not in own.text
    assert "Angre" in own.buttons()


async def test_those_who_did_not_want_to_be_registered_are_only_counted(browser: Browser) -> None:
    page = await browser.register(14)

    assert calls(page) == []
    assert "Vil ikke registreres: 1 på denne vakten." in page.text


async def test_the_shift_has_a_page_of_its_own_that_leads_back_to_itself(browser: Browser) -> None:
    await browser.register(0, 1, 0)
    await browser.open("/shift")

    page = await browser.press("Angre")

    assert (page.path, "Hent tilbake" in page.buttons()) == ("/shift", True)
    assert [form.action for form in page.forms if form.action == "/register"] == []


async def test_the_script_is_given_the_shift_alone(browser: Browser) -> None:
    page = await browser.open("/shift", **{"X-Part": "shift"})

    assert page.headers["X-Part"] == "shift"
    assert "<html" not in page.html
    assert 'id="shift-calls"' in page.html


async def test_what_a_tap_has_led_to_is_shown_where_it_was_made_not_in_another_page_of_the_browser(
    browser: Browser,
) -> None:
    page = await browser.register(0, 1, 0)
    fields = [("tap", value) for form in page.forms for label, _, value in form.buttons if label == "Endre"]
    token = ("token", dict(page.form("/compare").fields)["token"])
    async with browser.client.post(
        f"{browser.url}/tap", data=[token, *fields], allow_redirects=False, headers={"Origin": browser.url}
    ) as answer:
        assert answer.status == 303

    elsewhere = await browser.open("/shift", **{"X-Part": "shift"})
    there = await browser.open("/shift", **{"X-Part": "answer"})

    assert "Hva vil du endre?" not in elsewhere.text
    assert "Hva vil du endre?" in there.text
