import asyncio

import pytest

from handlers.conversation import Handle
from handlers.view import View
from reports.cross_count import CrossCount
from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart
from reports.worker.client import NotRendered
from tests.handlers.centre import DUTY, LEADER, Centre
from tests.handlers.shown import labels
from tests.reports.quick_worker import QuickWorker
from tests.storage.binding import bind

GROUP = -1001


@pytest.fixture(autouse=True)
async def registered(centre: Centre) -> None:
    """Register two calls of August and one of today."""
    centre.move(days=-70)
    await centre.write("log")
    await centre.tap("Politi", "KRISE – vold", "Nei", "NAV", "Vold", "Ja")
    centre.move(days=70)
    await centre.write("log")
    await centre.tap("NAV", "Vold", "Nei")
    centre.sees().views.clear()


@pytest.mark.parametrize("words", ["2026 instans × årsak", "Instans x årsak, 2026", "i år agency mot reason"])
async def test_a_leader_sets_two_questions_against_each_other_in_words(centre: Centre, words: str) -> None:
    shown = await centre.write("stats", words, seat=LEADER)

    assert shown.picture
    assert shown.text.startswith(
        "Instans × årsak, 2026, til og med 3. november\n3\u00a0samtaler har svar på begge"
    )
    assert labels(shown) == [["Bytt om", "Andre spørsmål"]]
    assert "busy with a picture" in centre.sees(LEADER).calls


async def test_staff_see_whole_closed_months_and_are_told_so(centre: Centre) -> None:
    shown = await centre.write("stats", "november instans × årsak")
    year = await centre.write("stats", "2026 instans × årsak")

    assert "Du ba om november 2026. Her ser du hele måneder som er over: dette er oktober 2026." in shown.text
    assert shown.text.startswith("Instans × årsak, oktober 2026\n0\u00a0samtaler")
    assert year.text.startswith("Instans × årsak, 2026, til og med 31. oktober\n2\u00a0samtaler")


@pytest.mark.parametrize("carried", ["Pair:call-2026-11-CE", "Swap:call-2026-11-CE"])
async def test_another_period_than_was_tapped_is_said_to_be_another(centre: Centre, carried: str) -> None:
    await centre.send(Handle(1), carried)

    shown = centre.sees().newest
    assert shown.text.startswith("Instans × krisetelefon, oktober 2026")
    assert "Du ba om november 2026. Her ser du hele måneder som er over: dette er oktober 2026." in shown.text


async def test_without_a_period_it_is_the_running_month_and_nothing_is_said_of_that(centre: Centre) -> None:
    leader = await centre.write("stats", "krise × instans", seat=LEADER)
    staff = await centre.write("stats", "krise × instans")

    assert leader.text.startswith("Krisetelefon × instans, november 2026, til og med 3. november\n1\u00a0samtale")
    assert staff.text.startswith("Krisetelefon × instans, oktober 2026")
    assert "Du ba om" not in staff.text


async def test_a_table_that_holds_nothing_has_no_picture(centre: Centre) -> None:
    shown = await centre.write("stats", "2026 instans × på vegne av", seat=LEADER)

    assert shown.picture is None
    assert "0\u00a0samtaler har svar på begge spørsmålene." in shown.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2026 Fatima × årsak", "Jeg kjenner ikke igjen begge spørsmålene. Disse kan settes mot hverandre: Hvem"),
        ("instans × årsak × krise", "Jeg kjenner ikke igjen begge spørsmålene."),
        ("2026 årsak × reason", "Det er samme spørsmål to ganger."),
        ("Fatima instans × årsak", "Den perioden kjenner jeg ikke. Disse går:"),
        ("2027 instans × årsak", "Den perioden har ikke begynt."),
    ],
)
async def test_what_cannot_be_made_out_is_refused_kindly_and_not_repeated(
    centre: Centre, words: str, said: str
) -> None:
    shown = await centre.write("stats", words, seat=LEADER)

    assert shown.text.startswith(said)
    assert "Fatima" not in shown.text


async def test_two_questions_are_chosen_by_buttons_under_a_picture(centre: Centre) -> None:
    await centre.write("stats", "2026", seat=LEADER)
    await centre.tap("Krysstabell", seat=LEADER)
    first = centre.sees(LEADER).newest
    second = await centre.tap("Instans", seat=LEADER)
    await centre.send(centre.sees(LEADER).button("Krisetelefon")[0], "Pair:call-2026-CE", seat=LEADER)

    shown = centre.sees(LEADER).newest
    assert first.text == "Hvilket spørsmål skal stå nedover?"
    assert second.text == "Instans: mot hvilket spørsmål?"
    assert shown.picture
    assert shown.text.startswith("Instans × krisetelefon, 2026, til og med 3. november\n")
    assert "Instans: mot hvilket spørsmål?" not in centre.sees(LEADER).texts


async def test_a_choice_that_cannot_be_taken_away_stays(centre: Centre) -> None:
    await centre.write("stats", "2026", seat=LEADER)
    await centre.tap("Krysstabell", "Instans", seat=LEADER)
    centre.sees(LEADER).keeps = True
    await centre.tap("Krisetelefon", seat=LEADER)

    assert centre.sees(LEADER).newest.text.startswith("Instans × krisetelefon")


async def test_the_other_way_round_comes_as_a_new_message(centre: Centre) -> None:
    before = await centre.write("stats", "2026 instans × årsak", seat=LEADER)
    await centre.tap("Bytt om", seat=LEADER)

    seen = centre.sees(LEADER)
    assert seen.newest.text.startswith("Årsak × instans, 2026")
    assert before.text in seen.texts
    assert labels(seen.newest) == [["Bytt om", "Andre spørsmål"]]


async def test_other_questions_of_the_same_period_are_a_tap_away(centre: Centre) -> None:
    await centre.write("stats", "2026-08 instans × årsak", seat=LEADER)
    await centre.tap("Andre spørsmål", seat=LEADER)

    assert centre.sees(LEADER).newest.text == "Hvilket spørsmål skal stå nedover?"


@pytest.mark.parametrize(
    "carried", ["Rows:call-2026-_", "Pair:call-2026-CC", "Pair:call-2026-CG", "Swap:call-2026-_A"]
)
async def test_a_hostile_button_is_answered_and_shows_nothing(centre: Centre, carried: str) -> None:
    await centre.send(Handle(1), carried, seat=DUTY)

    assert centre.sees().notices[-1] == "Denne knappen virker ikke lenger. Trykket er ikke lagret."
    assert not centre.sees().views


async def test_staff_get_no_more_of_single_days_whatever_their_buttons_carry(centre: Centre) -> None:
    await centre.send(Handle(1), "Swap:call-2026082520260825-CD", seat=DUTY)

    shown = centre.sees().texts[0]
    assert shown.startswith("Instans × årsak, august 2026\n2\u00a0samtaler")
    assert "Her ser du hele måneder som er over: dette er august 2026." in shown


async def test_a_bound_chat_reads_it_in_its_own_language(centre: Centre) -> None:
    chats = centre.cases.stores.chats
    await bind(chats, GROUP, "2026-11-03T14:00", language="en")
    where = centre.shown.at(GROUP)

    shown = await centre.write("stats", "2026 agency by reason", seat=LEADER, where=where)

    assert shown.text.startswith(
        "Agency × reason, 2026, up to 3 November\n3\u00a0calls have answers to both questions."
    )


async def test_where_no_picture_can_be_drawn_the_figures_come_in_words(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_worker: QuickWorker, _chart: Chart | CrossChart) -> bytes:
        await asyncio.sleep(0)
        raise NotRendered("no")

    monkeypatch.setattr(QuickWorker, "draw", refused)

    shown = await centre.write("stats", "2026 instans × krise", seat=LEADER)

    assert shown.picture is None
    assert shown.text.endswith("Diagrammet mangler. Alle tallene står her.")
    assert "NAV 2: Ja 0 · Nei 2" in shown.text


async def test_where_nothing_can_be_counted_just_that_is_said(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_worker: QuickWorker, _job: CrossCount) -> None:
        await asyncio.sleep(0)
        raise NotRendered("no")

    monkeypatch.setattr(QuickWorker, "count", refused)

    shown = await centre.write("stats", "2026 instans × krise", seat=LEADER)

    assert shown == View("Tabellen kunne ikke lages. Prøv igjen senere.")
