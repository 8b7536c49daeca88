import pytest

from handlers.conversation import Handle
from tests.handlers.centre import DUTY, LEADER, Centre
from tests.handlers.shown import labels


@pytest.fixture(autouse=True)
async def registered(centre: Centre) -> None:
    """Register a call of August and one of today."""
    centre.move(days=-70)
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")
    centre.move(days=70)
    await centre.write("log")
    await centre.tap("NAV", "Vold", "Nei")
    centre.sees().views.clear()


async def test_a_leader_looks_at_a_month_and_turns_to_another(centre: Centre) -> None:
    shown = await centre.write("stats", "2026-10", seat=LEADER)
    turned = await centre.tap("‹ September 2026", seat=LEADER)

    assert shown.picture
    assert shown.text.startswith("Oktober 2026")
    assert turned.picture
    assert turned.text.startswith("September 2026")
    assert centre.sees(LEADER).calls.count("busy with a picture") == 2


async def test_there_is_no_stepping_into_months_before_the_first_call(centre: Centre) -> None:
    shown = await centre.write("stats", "2026-08", seat=LEADER)

    assert labels(shown)[0] == ["September 2026 ›"]


@pytest.mark.parametrize(
    ("words", "asked", "shown"),
    [
        ("november", "november 2026", "oktober 2026"),
        ("20.9.–10.10.2026", "20. sep.–10. okt. 2026", "1. sep.–31. okt. 2026"),
    ],
)
async def test_staff_are_told_that_another_period_is_shown_and_why(
    centre: Centre, words: str, asked: str, shown: str
) -> None:
    told = await centre.write("stats", words)

    assert f"Du ba om {asked}. Her ser du hele måneder som er over: dette er {shown}." in told.text


@pytest.mark.parametrize("words", ["", "oktober", "3. kvartal", "2026-T3"])
async def test_nothing_is_said_of_that_where_it_was_not_asked_for_or_is_what_was_asked_for(
    centre: Centre, words: str
) -> None:
    assert "Du ba om" not in (await centre.write("stats", words)).text


@pytest.mark.parametrize(
    ("words", "heading", "calls"),
    [
        ("3. kvartal 2026", "3.\u00a0kvartal 2026", "1\u00a0samtale"),
        ("1.8.–31.8.2026", "August 2026", "1\u00a0samtale"),
        ("25.8.–3.11.2026", "25. aug.–3. nov. 2026", "2\u00a0samtaler"),
        ("26.8.–2.11.2026", "26. aug.–2. nov. 2026", "Ingen samtaler"),
        ("siste 3 måneder", "1. aug.–31. okt. 2026", "1\u00a0samtale"),
        ("3.11.2026", "3. nov. 2026", "1\u00a0samtale"),
        ("25.8.–31.12.2026", "25. aug.–31. des. 2026, til og med 3. november", "2\u00a0samtaler"),
    ],
)
async def test_just_the_days_asked_for_are_counted(centre: Centre, words: str, heading: str, calls: str) -> None:
    shown = await centre.write("stats", words, seat=LEADER)

    assert shown.text.splitlines()[0] == heading
    assert shown.text.splitlines()[1].startswith(calls)


async def test_a_period_is_chosen_among_those_of_a_year(centre: Centre) -> None:
    await centre.write("stats", seat=LEADER)
    await centre.tap("Annen periode", seat=LEADER)
    offered = centre.sees(LEADER).newest
    await centre.send(centre.sees(LEADER).button("August")[0], "Open:call-2026-08", seat=LEADER)

    assert offered.text == "Hvilken periode?"
    assert labels(offered)[-2:] == [["2.\u00a0tertial", "3.\u00a0tertial"], ["Hele 2026"]]
    assert [text.splitlines()[0] for text in centre.sees(LEADER).texts] == [
        "November 2026, til og med 3. november",
        "August 2026",
    ]


async def test_a_choice_turns_to_another_year_where_it_stands(centre: Centre) -> None:
    centre.move(days=365)
    await centre.write("stats", seat=LEADER)
    await centre.tap("Annen periode", seat=LEADER)
    before = len(centre.sees(LEADER).views)
    turned = await centre.tap("‹ 2026", seat=LEADER)

    assert labels(turned)[-1] == ["2027 ›"]
    assert len(centre.sees(LEADER).views) == before


async def test_a_choice_that_cannot_be_taken_away_stays(centre: Centre) -> None:
    await centre.write("stats", seat=LEADER)
    await centre.tap("Annen periode", seat=LEADER)
    centre.sees(LEADER).keeps = True
    await centre.tap("August", seat=LEADER)

    assert centre.sees(LEADER).newest.text.startswith("August 2026")
    assert len(centre.sees(LEADER).texts) == 3


@pytest.mark.parametrize("verb", ["Table", "Prose", "Excel"])
async def test_staff_get_no_more_of_single_days_whatever_their_buttons_carry(centre: Centre, verb: str) -> None:
    await centre.send(Handle(1), f"{verb}:call-2026082520260825", seat=DUTY)

    assert centre.sees().notices[-1] == "Denne knappen virker ikke lenger. Trykket er ikke lagret."
