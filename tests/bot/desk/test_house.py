"""The page about the house: who is in, arrivals, children, what is missing, departures."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.residence import arrive, kept, named, open_stay, residence, stays_of

TODAY = "2026-11-03"


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = residence(tmp_path)
    async with inhouse.open():
        yield inhouse


def _answers(inhouse: InHouse, place: int = 0) -> dict[str, object]:
    answers: dict[str, object] = json.loads(str(kept(inhouse)[place][-1]))
    return answers


async def test_an_arrival_stands_among_those_who_are_in_with_its_room_and_what_is_missing(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await arrive(browser, label="Rom 4", sex="woman", age="young")

    assert "Ført: Rom 4" in page.text
    assert "1 i huset: Kvinne 1" in page.text
    assert "Rom 4\nKvinne · 18–29 år\nsiden i dag\n4 svar mangler" in page.text
    assert kept(inhouse) == [
        ("adult", "woman", TODAY, None, "Rom 4", "registered", '{"sex":"woman","age":"young"}')
    ]


async def test_nothing_has_to_be_answered_at_arrival(inhouse: InHouse, browser: Browser) -> None:
    page = await arrive(browser)

    assert "Voksen\nsiden i dag\n6 svar mangler" in page.text
    assert kept(inhouse) == [("adult", "unknown", TODAY, None, None, "registered", "{}")]


async def test_an_arrival_that_is_sent_twice_is_kept_once(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, sex="woman")

    page = await browser.send(*browser.sent)

    assert "Dette er allerede ført." in page.text
    assert len(kept(inhouse)) == 1


async def test_a_child_comes_beside_an_adult_on_the_same_day_and_to_the_same_room(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await arrive(browser, label="4", arrived="2026-10-30", sex="woman")
    [more] = [href for words, href in page.links if words == "+ Nytt barn 4"]
    await browser.open(more)
    await browser.press("Lagre", **named({"age": "small"}))
    await browser.open(more)

    page = await browser.press("Lagre", **named({"age": "big"}))

    assert "3 i huset: Kvinne 1 · Barn 2" in page.text
    assert [row[:5] for row in kept(inhouse)] == [
        ("adult", "woman", "2026-10-30", None, "4"),
        ("child", "child", "2026-10-30", None, "4"),
        ("child", "child", "2026-10-30", None, "4"),
    ]
    assert page.html.count('<li class="group') == 1


async def test_a_child_without_an_adult_stands_by_itself(browser: Browser) -> None:
    await arrive(browser, sex="woman")

    page = await arrive(browser, "child", age="big")

    assert page.html.count('<li class="group') == 2


async def test_a_child_of_somebody_who_has_left_meanwhile_is_not_kept(
    inhouse: InHouse, browser: Browser, other: Browser
) -> None:
    page = await arrive(browser, sex="woman", arrived="2026-10-30")
    await browser.open(f"/house/new?form=child&beside={stays_of(page)[0].removeprefix('/house/')}")
    await open_stay(other)
    await other.press("Reiser i dag")

    page = await browser.press("Lagre", **named({"age": "big"}))

    assert page.status == 409
    assert [row[0] for row in kept(inhouse)] == ["adult"]


async def test_what_is_missing_is_said_by_stage_and_leads_to_the_question(browser: Browser) -> None:
    await arrive(browser, sex="woman", age="young", children="0", earlier_stays="1", first_this_year="yes")

    page = await open_stay(browser)

    assert ("Vold", "#q-violence") in page.links
    assert ("Kontakt med andre", "#q-agencies_during") in page.links
    assert "#q-destination" not in {href for _, href in page.links}
    assert "Mangler, ankomst:\nVold" in page.text


async def test_answers_are_added_while_somebody_is_there(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, label="4", sex="woman", violence__threats="threats")
    await open_stay(browser)

    page = await browser.press(
        "Lagre",
        **named({"violence__physical": "physical", "agencies_during__police": "police", "children": "02"}),
    )

    assert "Lagret: 4" in page.text
    assert _answers(inhouse) == {
        "sex": "woman",
        "children": "2",
        "violence": ["threats", "physical"],
        "agencies_during": ["police"],
    }


async def test_an_answer_is_taken_away_again(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, sex="woman", age="young", children="2")
    await open_stay(browser)

    await browser.press("Lagre", **named({"age": "", "children": ""}))

    assert _answers(inhouse) == {"sex": "woman"}


async def test_what_is_not_asked_after_the_other_answers_is_not_kept(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, children="2", school="yes")
    await open_stay(browser)
    asked = _answers(inhouse)

    await browser.press("Lagre", **named({"children": "0"}))

    assert asked == {"children": "2", "school": "yes"}
    assert _answers(inhouse) == {"children": "0"}


async def test_not_known_stands_in_the_place_of_a_number(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, earlier_stays__unknown="unknown")

    assert _answers(inhouse) == {"earlier_stays": "unknown"}


async def test_at_departure_the_room_is_forgotten_and_what_could_not_be_known_before_is_asked(
    inhouse: InHouse, browser: Browser
) -> None:
    await arrive(browser, label="4", arrived="2026-10-30", sex="woman")
    await open_stay(browser)

    page = await browser.press("Reiser i dag")

    assert "Reist: 4. Det som mangler, står her. Det kan også vente." in page.text
    assert ("Reiste til", "#q-destination") in page.links
    assert kept(inhouse)[0][2:5] == ("2026-10-30", TODAY, None)
    await browser.press("Lagre", **named({"destination": "own_home"}))
    assert "Reiste nylig\nKvinne\n30. okt.–3. nov. 2026 · 4 bodøgn" in browser.page.text
    assert _answers(inhouse)["destination"] == "own_home"


async def test_the_children_leave_the_same_day_unless_somebody_says_otherwise(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await arrive(browser, label="4", arrived="2026-10-30", sex="woman")
    adult = stays_of(page)[0].removeprefix("/house/")
    for age in ("small", "big"):
        await arrive(browser, "child", adult, age=age)
    page = await browser.open(f"/house/{adult}")
    fields = [field for field in page.form(f"/house/{adult}").fields if field[0] != "left"]
    along = [field for field in fields if field[0].startswith("along.")]

    await browser.send(f"/house/{adult}", [*(one for one in fields if one != along[1]), ("left", TODAY)])

    assert [row[3] for row in kept(inhouse) if row[0] == "adult"] == [TODAY]
    assert sorted(str(row[3]) for row in kept(inhouse) if row[0] == "child") == [TODAY, "None"]


async def test_somebody_who_has_left_already_is_entered_late(inhouse: InHouse, browser: Browser) -> None:
    page = await arrive(browser, label="4", arrived="2026-10-10", left="2026-10-12", sex="man")

    assert page.path.startswith("/house/")
    assert ("Reiste til", "#q-destination") in page.links
    assert kept(inhouse)[0][1:5] == ("man", "2026-10-10", "2026-10-12", None)


async def test_a_departure_is_taken_away_again(inhouse: InHouse, browser: Browser) -> None:
    await arrive(browser, arrived="2026-10-10", left="2026-10-12", sex="man")
    await open_stay(browser)

    page = await browser.press("Lagre", **named({"left": ""}))

    assert "1 i huset: Mann 1" in page.text
    assert kept(inhouse)[0][3] is None


async def test_a_waiting_list_speaks_by_its_own_words(browser: Browser) -> None:
    page = await arrive(browser, "queue", wants="talk")

    assert "Ingen er ført som i huset." in page.text
    assert "Venteliste\nVenteliste · Samtale\nsiden i dag" in page.text
    page = await open_stay(browser)
    assert {"Meldt seg", "Ferdig"} <= set(page.text.split("\n"))
    page = await browser.press("Ferdig: i dag", **named({"became": "got_it"}))
    assert "Avsluttet: Venteliste" in page.text
    assert "Avsluttet nylig\nVenteliste · Samtale" in page.text


@pytest.mark.parametrize("path", ["/house/x", "/house/AAAAAAAAAAAAAAAAAAAAAA", "/house/%00"])
async def test_an_address_without_a_stay_leads_to_those_who_are_in(browser: Browser, path: str) -> None:
    page = await browser.open(path)

    assert page.path == "/house"


async def test_a_form_that_does_not_stay_open_has_no_page_here(browser: Browser) -> None:
    page = await browser.open("/house/new?form=call")

    assert page.status == 404
