from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from handlers.calls.call_time_buttons import CallTimeButtons, hours_of, is_within
from handlers.tap.codec import decode, encode
from handlers.tap.form_tap import AT, CANCEL, DAY, DAYS, NIGHT, WHEN, FormState, FormTap
from handlers.view import Rows
from reports.words.language import Code, Language
from storage.hour import Hour
from storage.shifts.shift import Shifts
from tests.example_forms import CALL, FORMS

NONCE = "Zz09-_aBcD"
FRESH = FormState(CALL, NONCE, None, 0, {})
FIRST = FormTap(FRESH, WHEN)
LANGUAGES: dict[Code, Language] = {code: Language(code) for code in ("nb", "nn", "en")}
NB = LANGUAGES["nb"]
SHIFTS = Shifts([time(7, 30), time(15), time(22, 30)], ["", "", ""])
WIDEST = {1: 36, 2: 18, 3: 11}
"""How many characters of a label a phone shows, by the number of buttons in the row."""

MOMENTS = [
    "2026-11-03T14",
    "2026-11-03T00",
    "2026-11-03T06",
    "2026-11-03T07",
    "2026-11-03T22",
    "2026-11-03T23",
    "2027-01-01T00",
    "2027-01-01T09",
    "2028-03-01T12",
    "2026-03-29T01",
    "2026-03-29T03",
    "2026-10-25T02",
    "2026-10-25T03",
]


def page(tap: FormTap, now: str, language: Language = NB, *, leaving: bool = False) -> Rows:
    """Return the buttons of a choice of time."""
    return CallTimeButtons(tap, Hour.parse(now), leaving, language).rows


def taps(buttons: Rows) -> Iterator[tuple[str, FormTap]]:
    """Yield each button's label and its tap, as it comes back from a phone."""
    for row in buttons:
        for button in row:
            tap = decode(encode(button.tap), FORMS)
            assert isinstance(tap, FormTap)
            yield button.label, tap


def pages(now: str, language: Language = NB) -> Iterator[Rows]:
    """Yield every page that can be reached from the first."""
    seen: set[str] = set()
    waiting = [FIRST]
    while waiting:
        tap = waiting.pop()
        if tap.press != AT and encode(tap) not in seen:
            seen.add(encode(tap))
            yield (buttons := page(tap, now, language))
            waiting += [following for _, following in taps(buttons)]


def chosen(buttons: Rows) -> list[Hour]:
    """Return the hours that can be chosen on a page, in order."""
    return [tap.state.hour for _, tap in taps(buttons) if tap.press == AT and tap.state.hour]


def labels(buttons: Rows) -> list[list[str]]:
    """Return the labels by rows."""
    return [[button.label for button in row] for row in buttons]


@pytest.mark.parametrize("now", MOMENTS)
def test_every_hour_of_the_last_31_days_can_be_chosen_and_no_other(now: str) -> None:
    last = Hour.parse(now)
    first = Hour(last.day - timedelta(days=30), 0)
    every = {first.earlier(-hours) for hours in range(31 * 24)}

    assert {hour for buttons in pages(now) for hour in chosen(buttons)} == {hour for hour in every if hour <= last}


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_no_page_has_more_than_three_buttons_a_row_nor_a_label_that_is_cut(now: str, code: Code) -> None:
    for buttons in pages(now, LANGUAGES[code]):
        for row in labels(buttons):
            assert all(len(label) <= WIDEST[len(row)] for label in row), row


@pytest.mark.parametrize("now", MOMENTS)
def test_no_hour_and_no_label_stands_twice_on_a_page(now: str) -> None:
    for buttons in pages(now):
        every = [label for row in labels(buttons) for label in row]
        assert len(set(every)) == len(every)
        assert len(set(chosen(buttons))) == len(chosen(buttons))


@pytest.mark.parametrize(
    ("now", "rows"),
    [
        ("2026-11-03T09", [["09–10", "08–09", "07–08"], ["I natt", "I går"], ["En annen dag"], ["‹ Tilbake"]]),
        ("2026-11-03T07", [["07–08"], ["I natt", "I går"], ["En annen dag"], ["‹ Tilbake"]]),
        ("2026-11-03T00", [["00–01", "i går 23–24", "i går 22–23"], ["I går"], ["En annen dag"], ["‹ Tilbake"]]),
        (
            "2026-11-03T06",
            [
                ["06–07", "05–06", "04–05"],
                ["03–04", "02–03", "01–02"],
                ["00–01", "i går 23–24", "i går 22–23"],
                ["I går"],
                ["En annen dag"],
                ["‹ Tilbake"],
            ],
        ),
    ],
)
def test_the_first_page_has_the_hours_since_morning_and_at_night_those_of_the_night(
    now: str, rows: list[list[str]]
) -> None:
    assert labels(page(FIRST, now)) == rows


def test_last_night_is_from_ten_in_the_evening_until_seven() -> None:
    night = FormTap(FRESH, NIGHT)

    assert labels(page(night, "2027-01-01T09")) == [
        ["i går 22–23", "i går 23–24", "00–01"],
        ["01–02", "02–03", "03–04"],
        ["04–05", "05–06", "06–07"],
        ["I går"],
        ["En annen dag"],
        ["‹ Tilbake"],
    ]
    assert chosen(page(night, "2027-01-01T09"))[0] == Hour.parse("2026-12-31T22")


def test_the_days_are_those_before_yesterday_and_each_leads_to_its_hours() -> None:
    days = page(FormTap(FRESH, DAYS), "2026-11-03T14")
    [*steps, back] = taps(days)

    assert [label for label, _ in steps][:2] == ["søn. 1.11.", "lør. 31.10."]
    assert steps[-1][0] == "søn. 4.10."
    assert [tap.press for _, tap in steps] == [DAY] * 29
    assert back[1].press == WHEN
    assert len(chosen(page(steps[0][1], "2026-11-03T14"))) == 24


@pytest.mark.parametrize(
    ("day", "around"),
    [
        ("2026-11-03", ["‹ man. 2.11."]),
        ("2026-11-01", ["‹ lør. 31.10.", "man. 2.11. ›"]),
        ("2026-10-04", ["man. 5.10. ›"]),
    ],
)
def test_a_day_leads_to_the_days_beside_it(day: str, around: list[str]) -> None:
    buttons = page(FormTap(replace(FRESH, hour=Hour(date.fromisoformat(day), 0)), DAY), "2026-11-03T14")

    assert labels(buttons)[-3:] == [around, ["En annen dag"], ["‹ Tilbake"]]
    assert {tap.press for label, tap in taps(buttons) if label in around} == {DAY}


@pytest.mark.parametrize("now", MOMENTS)
def test_no_hour_stands_in_the_three_lowest_rows(now: str) -> None:
    for buttons in pages(now):
        assert chosen(buttons[-3:]) == []


def test_a_day_has_no_hour_to_come_and_none_older_than_31_days() -> None:
    today, oldest = (
        FormTap(replace(FRESH, hour=Hour(day, 0)), DAY) for day in (date(2026, 11, 3), date(2026, 10, 3))
    )

    assert [str(hour) for hour in chosen(page(today, "2026-11-03T01"))] == ["2026-11-03T00", "2026-11-03T01"]
    assert [str(hour) for hour in chosen(page(oldest, "2026-11-03T22"))] == ["2026-10-03T22", "2026-10-03T23"]


@pytest.mark.parametrize("leaving", [False, True])
def test_only_the_hour_that_runs_knows_on_which_side_of_the_handover_it_is(*, leaving: bool) -> None:
    first, *others = (tap for _, tap in taps(page(FIRST, "2026-11-03T15", leaving=leaving)) if tap.state.hour)

    assert first.state.leaving is leaving
    assert {tap.state.leaving for tap in others if tap.press == AT} == {True}


def test_back_chooses_nothing_on_the_first_page_and_leads_to_it_from_the_others() -> None:
    for buttons in pages("2026-11-03T14"):
        *_, (label, back) = taps(buttons)
        assert (label, back.state.hour) == ("‹ Tilbake", None)
        assert back.press == (AT if any("I natt" in row for row in labels(buttons)) else WHEN)


@pytest.mark.parametrize(
    ("day", "within"),
    [
        ("2026-11-04", False),
        ("2026-11-03", True),
        ("2026-10-03", True),
        ("2026-10-02", False),
        ("2926-01-01", False),
    ],
)
def test_a_day_to_come_or_long_past_cannot_be_chosen(day: str, *, within: bool) -> None:
    assert is_within(date.fromisoformat(day), Hour.parse("2026-11-03T14")) is within


@pytest.mark.parametrize("code", list(LANGUAGES))
@pytest.mark.parametrize("handover", [(3, 7, 40), (3, 15, 0), (3, 22, 31), (1, 0, 10)])
def test_a_shift_that_is_over_offers_its_own_hours_and_a_call_in_any_is_its(
    handover: tuple[int, int, int], code: Code
) -> None:
    day, hour, minute = handover
    moment = datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - civil time
    shift = SHIFTS.before(SHIFTS.at(moment))

    buttons = hours_of(FRESH, shift, SHIFTS, Hour.of(moment), LANGUAGES[code])

    *hours, (_, cancel) = taps(buttons)
    assert [tap.state.hour for _, tap in hours] == list(shift.hours)
    assert {SHIFTS.of(at.hour, leaving=at.leaving) for at in (tap.state for _, tap in hours) if at.hour} == {shift}
    assert cancel.press == CANCEL
    assert all(len(label) <= WIDEST[len(row)] for row in labels(buttons) for label in row)
