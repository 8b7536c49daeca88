from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

import pytest

from handlers.shifts.figures import ShiftList, ShiftMessage
from handlers.view import View
from reports.words.language import Code, Language
from storage.shifts.corrections import FIGURES, MOST_OF_A_SHIFT, AnsweredShift, FigureChange
from storage.shifts.shift import Shifts

ROSTER = Shifts([time(7, 30), time(15), time(22, 30)], ["Dag", "Kveld", "Natt"])
OTHER_HOURS = Shifts([time(8)], [""])
DAY = AnsweredShift("2026-11-03T07:30", "2026-11-03T15:00", 4, 5, 2, 0)
WIDEST = {1: 36, 2: 18, 3: 11, 6: 5}
"""How many characters of a label are seen, by the number of buttons in the row."""


def message(
    *changes: FigureChange, shift: AnsweredShift = DAY, shifts: Shifts = ROSTER, code: Code = "nb"
) -> ShiftMessage:
    """Return the message about a shift with this history."""
    return ShiftMessage(shift, changes, shifts, FIGURES, Language(code))


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ([], ["Anrop inn på telefonen: 5.", "Samtaler ut: 2."]),
        ([(30, 5)], ["Anrop inn på telefonen: 5 (rettet, var 30).", "Samtaler ut: 2."]),
        ([(None, 5)], ["Anrop inn på telefonen: 5 (rettet, var ikke kjent).", "Samtaler ut: 2."]),
        ([(30, 6), (6, 5)], ["Anrop inn på telefonen: 5 (rettet, var 30).", "Samtaler ut: 2."]),
        ([(5, 6), (6, 5)], ["Anrop inn på telefonen: 5.", "Samtaler ut: 2."]),
    ],
)
def test_it_is_told_what_the_shift_itself_answered_where_that_is_no_longer_so(
    changes: Sequence[tuple[int | None, int]], lines: Sequence[str]
) -> None:
    history = [FigureChange(number, "counted", *change) for number, change in enumerate(changes, 1)]

    assert message(*history).view.text.splitlines()[2:4] == lines


@pytest.mark.parametrize(
    ("shifts", "head"),
    [
        (ROSTER, "Dag 07:30–15:00, tirsdag 3. november"),
        (OTHER_HOURS, "Vakten 07:30–15:00, tirsdag 3. november"),
    ],
)
def test_a_shift_keeps_its_hours_where_the_config_has_others_since(shifts: Shifts, head: str) -> None:
    assert message(shifts=shifts).view.text.splitlines()[0] == head


def test_the_greatest_number_is_the_last_one_to_choose() -> None:
    last = message().choice("counted", MOST_OF_A_SHIFT - 3)

    assert [[button.label for button in row] for row in last.rows] == [["996", "997", "998", "999"], ["‹ Tilbake"]]


def views(code: Code) -> Iterator[View]:
    """Yield every view, with labels as long as they can be."""
    language = Language(code)
    for number in range(400):
        began = datetime(2026, 1, 1, 22, 30) + timedelta(days=number)  # noqa: DTZ001 - civil time has no zone
        most = AnsweredShift(began.isoformat()[:16], began.isoformat()[:16], 99, MOST_OF_A_SHIFT, 99, 0)
        yield ShiftList([most], 6, more=True, language=language).view
    told = message(FigureChange(1, "counted", 1, 2), code=code)
    yield from (told.view, told.changed(told.changes[0]))
    yield from (told.choice(figure, lowest) for figure in FIGURES for lowest in (0, 6, 990))


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_no_label_is_cut_on_a_narrow_phone(code: Code) -> None:
    rows = {tuple(button.label for button in row) for view in views(code) for row in view.rows}

    assert [row for row in rows if any(len(label) > WIDEST.get(len(row), 5) for label in row)] == []
