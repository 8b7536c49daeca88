from datetime import date
from pathlib import Path

import pytest

from reports.words.language import Code, Language, NoCatalogue

ELECTION_DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("code", "number", "percent", "day", "month", "short", "days"),
    [
        ("nb", "1\xa0234", "33\xa0%", "tirsdag 3. november", "oktober 2026", "okt", "1.–3. nov. 2026"),
        ("nn", "1\xa0234", "33\xa0%", "tysdag 3. november", "oktober 2026", "okt", "1.–3. nov. 2026"),
        ("en", "1,234", "33%", "Tuesday 3 November", "October 2026", "Oct", "1–3 Nov 2026"),
    ],
)
def test_numbers_and_dates_are_written_as_in_the_language(
    code: Code, number: str, percent: str, day: str, month: str, short: str, days: str
) -> None:
    language = Language(code)

    assert language.number(1234) == number
    assert language.percent(1 / 3) == percent
    assert language.day(ELECTION_DAY) == day
    assert language.month("2026-10") == month
    assert language.month_short("2026-10") == short
    assert language.days(date(2026, 11, 1), ELECTION_DAY) == days


@pytest.mark.parametrize(
    ("code", "little", "none"),
    [("nb", "under 1\xa0%", "0\xa0%"), ("nn", "under 1\xa0%", "0\xa0%"), ("en", "under 1%", "0%")],
)
def test_a_share_that_would_round_to_nothing_is_told_from_nothing(code: Code, little: str, none: str) -> None:
    language = Language(code)

    assert [language.percent(share) for share in (1 / 1000, 1 / 200)] == [little, little]
    assert language.percent(0) == none
    assert language.percent(0.006) == language.percent(0.01)


@pytest.mark.parametrize(
    ("code", "nearly", "all_"),
    [("nb", "over 99\xa0%", "100\xa0%"), ("nn", "over 99\xa0%", "100\xa0%"), ("en", "over 99%", "100%")],
)
def test_a_share_that_would_round_to_all_is_told_from_all(code: Code, nearly: str, all_: str) -> None:
    language = Language(code)

    assert [language.percent(share) for share in (0.996, 199 / 200)] == [nearly, nearly]
    assert language.percent(1) == all_
    assert language.percent(0.994) == language.percent(0.99)


def test_where_there_is_little_room_a_sign_stands_for_under_and_over() -> None:
    shares = (0, 1 / 1000, 1 / 3, 0.996, 1)

    told = [Language("nb").percent(share, narrow=True) for share in shares]

    assert told == ["0\xa0%", "<1\xa0%", "33\xa0%", ">99\xa0%", "100\xa0%"]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_nothing_is_said_of_nothing(code: Code) -> None:
    assert Language(code).text("") == ""


@pytest.mark.parametrize(
    ("code", "one", "many"), [("nb", "1 registrering", "2 registreringer"), ("en", "1 record", "2 records")]
)
def test_a_plural_goes_with_its_number(code: Code, one: str, many: str) -> None:
    language = Language(code)

    assert language.plural("{n} record", "{n} records", 1) == one
    assert language.plural("{n} record", "{n} records", 2) == many


def test_places_are_filled_and_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert Language("en", tmp_path).text("in {month}", month="May") == "in May"


def test_a_text_without_facts_is_left_as_it_is() -> None:
    assert Language("en").text("{calls} {when}") == "{calls} {when}"


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"msgid nonsense"])
def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "nb.po").write_bytes(content)

    with pytest.raises(NoCatalogue, match=r"nb\.po"):
        Language("nb", tmp_path)
