"""Taking in the telephone exchange's list at the desk: how many calls each day had, and nothing else."""

from collections.abc import AsyncIterator, Mapping

import pytest

from tests.bot.desk.inhouse import Browser, InHouse
from tests.bot.desk.sent_files import held, left, send_list

CALLS = "Tid;Fra;Navn\n3.6.2016 14:20;99887766;Åse Ås\n3.6.2016 15:05;99887766;Åse Ås\n5.6.2016 09:00;22334455;\n"
DAYS = "SELECT day, calls FROM exchange_day ORDER BY day"


@pytest.fixture
async def browser(inhouse: InHouse) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield browser


async def test_of_a_list_the_calls_of_each_day_are_kept_and_nothing_is_left(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await send_list(browser, CALLS)

    assert "3 dager var nye, 0 var kjent." in page.text
    assert held(inhouse, DAYS) == [("2016-06-03", 2), ("2016-06-04", 0), ("2016-06-05", 1)]
    assert left(inhouse) == []
    assert "99887766" not in page.html


async def test_a_day_that_had_more_calls_is_corrected_where_that_is_wanted(
    inhouse: InHouse, browser: Browser
) -> None:
    await send_list(browser, CALLS)

    kept = await send_list(browser, "Tid\n3.6.2016 14:20\n")
    corrected = await send_list(browser, "Tid\n3.6.2016 14:20\n", replace="yes")

    assert "beholder det største tallet" in kept.text
    assert "1 kjent dag fikk færre samtaler enn før." in corrected.text
    assert held(inhouse, f"{DAYS} LIMIT 1") == [("2016-06-03", 1)]


async def test_headings_are_named_in_the_form(inhouse: InHouse, browser: Browser) -> None:
    await send_list(browser, "Den;Kl;Fra\n3.6.2016;14:20;x\n", time="Den", clock="Kl")
    await send_list(browser, "Dato;Inn;Tatt\n4.6.2016;9;7\n", count="Tatt")

    assert held(inhouse, DAYS) == [("2016-06-03", 1), ("2016-06-04", 7)]


@pytest.mark.parametrize(
    ("content", "fields", "status", "said"),
    [
        ("Tid;Fra\n3.6.2016 14:20;x\ni går;99887766\n", {}, 200, "linje 3: «Tid» har ikke noe tidspunkt"),
        ("Dato;Vakt\n3.6.2016;1\n", {}, 200, "Oppgi den med --count."),
        (b"PK\x03\x04" + bytes(100), {}, 200, "liste.csv er ikke en arbeidsbok som kan leses."),
        ("", {}, 422, "Velg en fil først."),
        (CALLS, {"token": "x"}, 403, "Det ble ikke sendt fra et skjema på denne siden."),
        (b"Tid\n" + b"x" * 6_000_000, {}, 413, "Filen er for stor: høyst 5 MB."),
    ],
)
async def test_what_cannot_be_used_is_refused_in_a_sentence_and_nothing_is_kept(
    inhouse: InHouse, browser: Browser, content: str | bytes, fields: Mapping[str, str], status: int, said: str
) -> None:
    page = await send_list(browser, content, **fields)

    assert page.status == status
    assert said in page.text
    assert "99887766" not in page.html
    assert held(inhouse, DAYS) == []
    assert left(inhouse) == []
