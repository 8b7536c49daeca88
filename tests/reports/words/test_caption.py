from dataclasses import replace
from pathlib import Path

import pytest

from reports.words.caption import caption
from reports.words.language import Code
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Label
from tests.example_forms import changed
from tests.reports.forms import call_form, stay_form, with_questions
from tests.reports.summaries import CRISIS, LIMITS, months, worded

PRIVATE = {"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "no", "minority": "yes"}
OCTOBER = [
    AnswerCount("2024-01", "declined", {}, 1),
    *months(("2025-10", 58), ("2026-10", 37)),
    *months(("2025-10", 13), ("2026-10", 12), answers=CRISIS),
    *months(("2026-10", 24), answers=PRIVATE | {"minority": "unknown"}),
    AnswerCount("2026-10", "unspecified", {}, 2),
    AnswerCount("2026-10", "declined", {}, 1),
    AnswerCount("2026-10", "irrelevant", {"aside": "silent"}, 3),
]


@pytest.fixture
def stay(tmp_path: Path) -> Form:
    """Read the form with every turn of the grammar."""
    return stay_form(tmp_path)


def _lines(text: str) -> list[str]:
    return text.replace("\xa0", " ").splitlines()


def test_a_month_is_told_from_the_headline_to_the_reservation() -> None:
    told = caption(worded("2026-10", OCTOBER), LIMITS)

    assert told.figures is None
    assert _lines(told.text) == [
        "Oktober 2026",
        "75 samtaler – omtrent som i oktober i fjor (71)",
        "12 krisetelefoner, 1 av 6 – omtrent som i fjor (13)",
        "",
        "I parentes: oktober 2025",
        "Hvem ringte: Kvinne 24, 33 % (0) · Mann 0, 0 % (0) · Hjelpeapparatet 49, 67 % (71) · Ikke kjent 0 (0)",
        "På vegne av (24 svar): Seg selv 24, 100 % (0) · En annen 0, 0 % (0) · Ikke kjent 0 (0)",
        (
            "Instans (andel av alle): Barnevernet 0, 0 % (0) · Politi 0, 0 % (0) · NAV 49, 67 % (71)"
            " · Andre krisesentre 0, 0 % (0) · Helsevesenet 0, 0 % (0) · Advokater 0, 0 % (0)"
            " · Kommunen og andre 0, 0 % (0)"
        ),
        (
            "Årsak: Konkret om vold 24, 33 % (0) · Oppfølging og koordinering 0, 0 % (0)"
            " · Råd og veiledning 49, 67 % (71) · Ikke kjent 0 (0)"
        ),
        "Minoritetsspråklig bakgrunn: Ja 0, 0 % (0) · Nei 49, 100 % (71) · Ikke kjent 24 (0)",
        "Utenfor vanlig svingning: oktober 2025 (71) og oktober 2026 (75)",
        "",
        "Hittil i år: 75 – omtrent som i fjor (71)",
        "2 samtaler uten detaljer er ikke med i fordelingene.",
        "Ikke med i tallene: 1 ville ikke registreres, 3 gjaldt noe annet.",
        "Tallene er ikke kontrollert. Små tall svinger.",
    ]


@pytest.mark.parametrize(("late", "line"), [(1, "1 er ført i ettertid."), (3, "3 er ført i ettertid.")])
def test_late_entries_are_said(late: int, line: str) -> None:
    words = worded("2026-10", OCTOBER)

    told = caption(replace(words, summary=replace(words.summary, late=late)), LIMITS)

    assert line in _lines(told.text)
    assert "ettertid" not in caption(words, LIMITS).text


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        (104, 75, "104 samtaler – tydelig flere enn i oktober i fjor (75, opp 39 %)"),
        (40, 75, "40 samtaler – tydelig færre enn i oktober i fjor (75, ned 47 %)"),
        (40, 12, "40 samtaler – tydelig flere enn i oktober i fjor (12)"),
        (40, 0, "40 samtaler – ingen tall fra i fjor å sammenligne med"),
        (0, 0, "Ingen samtaler i oktober"),
        (0, 75, "Tydelig færre samtaler i oktober: 0, mot 75 i fjor"),
    ],
)
def test_the_second_line_says_how_it_stands(now: int, before: int, line: str) -> None:
    told = caption(worded("2026-10", months(("2025-10", before), ("2026-10", now))), LIMITS)

    assert _lines(told.text)[1] == line


@pytest.mark.parametrize(
    ("name", "heading", "year"),
    [
        (
            "2026-11",
            "November 2026, til og med 22. november",
            "Hittil i år: 85 – omtrent som på samme tid i fjor (81)",
        ),
        (
            "2026-T3",
            "3. tertial 2026, til og med 22. november",
            "Hittil i år (januar–november): 85 – omtrent som på samme tid i fjor (81)",
        ),
        (
            "2025-T3",
            "3. tertial 2025 (september–desember)",
            "Året til og med desember 2025: 81 – ingen tall fra året før å sammenligne med",
        ),
        ("2026", "2026, til og med 22. november", None),
    ],
)
def test_heading_and_year_so_far(name: str, heading: str, year: str | None) -> None:
    told = caption(worded(name, [*OCTOBER, *months(("2025-11", 10), ("2026-11", 10))]), LIMITS)

    lines = _lines(told.text)
    assert lines[0] == heading
    assert [line for line in lines if line.startswith(("Hittil", "Året"))] == ([year] if year else [])


def test_a_month_of_one_call_gives_no_percentages() -> None:
    told = caption(worded("2026-10", months(("2026-10", 1), answers=CRISIS)), LIMITS)

    assert "1 samtale – ingen tall fra i fjor å sammenligne med" in _lines(told.text)
    assert "1 krisetelefon" in _lines(told.text)
    assert "%" not in told.text


@pytest.mark.parametrize(
    ("crises", "line"),
    [
        (0, "0 krisetelefoner"),
        (10, "10 krisetelefoner, 1 av 6"),
        (16, "16 krisetelefoner, 1 av 4"),
        (24, "24 krisetelefoner, 40 %"),
        (30, "30 krisetelefoner, 1 av 2"),
        (60, "60 krisetelefoner, 100 %"),
    ],
)
def test_the_highlighted_part_is_one_of_so_many_where_that_is_near_enough(crises: int, line: str) -> None:
    rows = [*months(("2026-10", crises), answers=CRISIS), *months(("2026-10", 60 - crises))]

    assert _lines(caption(worded("2026-10", rows), LIMITS).text)[2] == line


def test_a_year_says_its_months_and_takes_a_second_message_for_the_figures() -> None:
    told = caption(worded("2025", months(*[(f"2025-{month:02}", 70 + month) for month in range(1, 13)])), LIMITS)

    rows = [*months(*[(f"2025-{m:02}", 1000 + m) for m in range(1, 13)], answers=PRIVATE | {"agency": "nav"})]
    long = caption(worded("2025", [*rows, *months(("2024-01", 1))]), LIMITS)
    assert "Per måned (samtaler/krisetelefoner): jan 71/0 · feb 72/0 · mar 73/0" in told.text
    assert long.figures is not None
    assert "Alle tallene står i neste melding." in long.text
    assert "jan 1\xa0001/0" in long.figures


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("calls", [0, 1, 19, 900, 1_000_000])
@pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025", "2026"])
def test_captions_fit_in_telegram_s_limits(name: str, calls: int, code: Code) -> None:
    every = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]

    told = caption(worded(name, months(*[(month, calls) for month in every], answers=CRISIS), code), LIMITS)

    assert len(told.text) <= LIMITS.caption
    assert len(told.figures or "") <= LIMITS.text


def test_characters_are_counted_as_telegram_counts_them() -> None:
    form = call_form()
    label = Label.model_construct(nb="😀" * 100)
    smiling = with_questions(form, *(changed(q, short=None, label=label) for q in form.questions))

    told = caption(worded("2026-10", OCTOBER, form=smiling), LIMITS)

    assert len(told.text.encode("utf-16-le")) // 2 <= LIMITS.caption
    assert told.figures


def test_what_no_message_can_hold_is_left_out_and_that_is_said() -> None:
    form = call_form()
    label = Label.model_construct(nb="Spørsmål " * 150)
    endless = with_questions(form, *(changed(q, short=None, label=label) for q in form.questions))

    told = caption(worded("2026-10", OCTOBER, form=endless), LIMITS)

    assert told.figures
    assert len(told.figures) <= LIMITS.text
    assert told.figures.endswith("Det var ikke plass til resten.")


def test_several_answers_and_retired_options(stay: Form) -> None:
    rows = months(("2026-10", 20), answers={"who": "child", "violence": ["physical", "threats"], "school": "new"})
    rows += months(("2026-10", 20), answers={"who": "adult", "violence": []})

    lines = _lines(caption(worded("2026-10", rows, form=stay), LIMITS).text)

    assert "Type vold – Trusler: 20, 1 av 2" in lines
    assert "Hvem: Voksen 20, 50 % · Barn 20, 50 % · Ikke kjent 0" in lines
    assert (
        "Type vold (flere svar mulig): Fysisk 20, 50 % · Psykisk 0, 0 % · Trusler 20, 50 % · Ikke kjent 0" in lines
    )
    assert "Skole (andel av alle): Samme skole 0, 0 % · Ny skole 20, 50 %" in lines


def test_a_retired_option_is_told_where_it_was_answered(stay: Form) -> None:
    lines = _lines(
        caption(worded("2026-10", months(("2026-10", 1), answers={"who": "pet"}), form=stay), LIMITS).text
    )

    assert "Hvem: Voksen 0 · Barn 0 · Kjæledyr 1 · Ikke kjent 0" in lines


def test_questions_nobody_answered_are_left_out(stay: Form) -> None:
    text = caption(worded("2026-10", months(("2026-10", 1), answers={"who": "adult"}), form=stay), LIMITS).text

    assert "Skole" not in text
