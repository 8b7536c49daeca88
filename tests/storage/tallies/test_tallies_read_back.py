"""Whatever counts a centre has, a workbook of them is read back by the map that is proposed for it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.table_files.workbooks import Cell, excel
from tests.storage.tallies.tally_books import FORM, MONTHS, Rows, counts, map_of, read

ASKED = [FORM.by_key[key] for key in ("caller", "agency", "reason", "minority")]
ANSWERS = [(question, option) for question in ASKED for option in question.options]
NAMES = [f"{question.key}.{option.key}" for question, option in ANSWERS]
NUMBERS = st.integers(0, 40)
COUNTS = st.fixed_dictionaries(dict.fromkeys(NAMES, NUMBERS))
YEARS = st.dictionaries(st.sampled_from(MONTHS), COUNTS, min_size=1)


def _down(told: Mapping[str, int], draw: st.DataObject) -> Rows:
    """Lay counts out down a sheet, a heading a question; small ones may be strokes."""
    rows: list[tuple[Cell, ...]] = [("Samtaler",)]
    for question in ASKED:
        rows.append((question.heading.nb, "Antall"))
        for option in question.options:
            count = told[f"{question.key}.{option.key}"]
            strokes = 0 < count <= 10 and draw.draw(st.booleans())
            rows.append((option.label.nb, "|" * count if strokes else count))
    return [*rows, ("Antall samtaler", 10_000)]


def _across(told: Mapping[str, int], draw: st.DataObject) -> Rows:
    """Lay counts out with a row a day, each spread over two days, and sums below."""
    over = [question.heading.nb if option == question.options[0] else None for question, option in ANSWERS]
    days: list[list[Cell]] = [[day, *[None] * len(NAMES), None] for day in range(1, 32)]
    for place, name in enumerate(NAMES, 1):
        first = draw.draw(st.integers(0, told[name]))
        days[0][place], days[30][place] = first, told[name] - first
    days[7][-1] = 10_000
    sums: list[Cell] = ["Sum", *(told[name] for name in NAMES), 10_000]
    heads: list[Cell] = ["Dag", *(option.label.nb for _, option in ANSWERS), "Antall samtaler"]
    return [["Samtaler 2016"], [None, *over], heads, *days, sums]


@settings(max_examples=15, deadline=None)
@given(told=YEARS, is_down=st.booleans(), draw=st.data())
def test_counts_are_read_back(told: Mapping[str, Mapping[str, int]], is_down: bool, draw: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        rows = {name: _down(month, draw) if is_down else _across(month, draw) for name, month in told.items()}
        path = excel(Path(folder) / "Samtaler 2016.xlsx", rows)

        back = counts(read(path, map_of(path)))

    assert back == {
        f"2016-{MONTHS.index(name) + 1:02}": {**month, "total": 10_000} for name, month in told.items()
    }
